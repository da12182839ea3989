import { join } from 'node:path';
import type { RowDigest, SessionRows } from './changes/digest.ts';
import {
  compactedMarkOf,
  countRows,
  type DigestOptions,
  digestOf,
  greatestId,
  marksOfAll,
  rowsBeyond,
  rowsOf,
  sweepRows,
} from './changes/digestQuery.ts';
import type { LogPosition } from './changes/log/tail.ts';
import { ChangeLog, type Touched } from './changes/log/touched.ts';
import type { Generation } from './historyMode.ts';
import { assertHomeFolder } from './home/homeFolder.ts';
import { dashboardMessages } from './messages/dashboard.ts';
import {
  lifetimeInTwoPasses,
  lifetimeMessages,
  type RowSource,
  type Selection,
} from './messages/lifetime.ts';
import type { Message } from './messages/message.ts';
import { PlainRows } from './messages/rows/plain.ts';
import { type RowRange, RowReader } from './messages/rows/reader.ts';
import type { Row } from './messages/rows/row.ts';
import type { SeenRows } from './messages/rows/seen.ts';
import { readTranscript, type TranscriptMessage } from './messages/transcript.ts';
import { readDetails, type SessionDetails } from './sessions/details.ts';
import { readHeader, type SessionHeader } from './sessions/header.ts';
import { type ListedSessions, SessionList } from './sessions/list.ts';
import { readPreview } from './sessions/preview.ts';
import { Schema } from './sessions/schema.ts';
import { rereading } from './sqlite/changedMeanwhile.ts';
import { DatabaseConnection } from './sqlite/connection.ts';
import type { SqliteDriver } from './sqlite/drivers/driver.ts';
import { patiently } from './sqlite/lockWait.ts';
import { persevering } from './sqlite/perseverance.ts';
import { readUndisturbed } from './sqlite/undisturbedRead.ts';
import { readAllUsage, readUsage } from './usage/read.ts';
import { UsageTables } from './usage/tables.ts';
import type { SessionUse } from './usage/use.ts';

/** How long a locked database is waited for. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * Hermes' `state.db`, read without ever disturbing it: opened read-only, nothing created beside it, no read
 * transaction longer than one call, or what is read in `inOneTransaction` or `inARow`.
 *
 * A `HermesDatabaseError` with the code `changed` says that what was read does not count: close, open again, repeat.
 */
export class SessionDatabase {
  readonly #connection: DatabaseConnection;
  readonly #schema: Schema;
  readonly #schemaVersion: number;
  readonly #sessions: SessionList;
  readonly #rows: RowReader;
  readonly #wholeText: boolean;
  readonly #log: ChangeLog | null;
  #usageTables: UsageTables | undefined;

  private constructor(connection: DatabaseConnection, wholeText: boolean) {
    this.#connection = connection;
    this.#wholeText = wholeText;
    this.#schemaVersion = pragma(connection, 'schema_version');
    this.#schema = Schema.read(connection);
    this.#sessions = new SessionList(connection, this.#schema, wholeText);
    this.#rows = new RowReader(connection, this.#schema, wholeText);
    this.#log = ChangeLog.of(connection, this.#schema);
  }

  /**
   * @param options `whileLocked` is called while the database is locked; to throw ends the wait
   * @throws HermesDatabaseError, and whatever `whileLocked` throws
   */
  static open(
    home: string,
    driver: SqliteDriver,
    options: { readonly busyTimeoutMs?: number; readonly whileLocked?: () => void } = {},
  ): SessionDatabase {
    const path = join(home, 'state.db');
    const { busyTimeoutMs = BUSY_TIMEOUT_MS, whileLocked } = options;
    assertHomeFolder(home);
    const open = (waitMs: number): SessionDatabase => {
      const connection = DatabaseConnection.open(path, driver, { busyTimeoutMs: waitMs });
      try {
        const database = connection.inOneTransaction(() => new SessionDatabase(connection, driver.wholeText));
        connection.waitForLocks(busyTimeoutMs, whileLocked);
        return database;
      } catch (error) {
        connection.close();
        throw error;
      }
    };
    return patiently(open, busyTimeoutMs, whileLocked);
  }

  /**
   * Opens, reads and closes; all of it again where a writer was in the way for a moment, or changed what was read.
   * @param read may be called again from its beginning
   * @throws HermesDatabaseError, and whatever `read` throws
   */
  static reading<T>(home: string, driver: SqliteDriver, read: (database: SessionDatabase) => T): T {
    const once = (): T => {
      const database = SessionDatabase.open(home, driver);
      try {
        return read(database);
      } finally {
        database.close();
      }
    };
    return rereading(() => persevering(once));
  }

  /** The same for another database object that reads the same file, whatever it is called. */
  get fileKey(): string {
    return this.#connection.fileKey;
  }

  /** Another number after each change of the tables. */
  get schemaVersion(): number {
    return this.#schemaVersion;
  }

  /** The size of the file when it was opened. */
  get bytes(): number {
    return this.#connection.bytes;
  }

  /** Differs from an earlier answer of this object if anything was written since. @throws HermesDatabaseError */
  dataVersion(): number {
    return this.#connection.dataVersion();
  }

  /**
   * False when this object must be closed and opened again: the file was removed, replaced or given another schema,
   * or a program has begun to write where none had it open before.
   * @throws HermesDatabaseError
   */
  isSameFile(): boolean {
    return this.#connection.isCurrent() && pragma(this.#connection, 'schema_version') === this.#schemaVersion;
  }

  /**
   * Every session, archived ones included, by `started_at`, latest first. The same array as the last time when
   * nothing about them has changed.
   * @param listed what the last time is remembered by, where that was another database object
   * @throws HermesDatabaseError
   */
  listSessions(listed?: ListedSessions): readonly SessionHeader[] {
    return this.#sessions.read(listed);
  }

  /** The rows of all sessions, from indexes alone: without a mark of `compacted`. @throws HermesDatabaseError */
  sweepRows(): Map<string, SessionRows> {
    return sweepRows(this.#connection, this.#schema);
  }

  /** The mark of every session's rows, in half the time of a sweep. @throws HermesDatabaseError */
  marksOfAll(): Map<string, number> {
    return marksOfAll(this.#connection, this.#schema);
  }

  /** The mark of `compacted` over one session's inactive rows, which are read for it. @throws HermesDatabaseError */
  compactedMarkOf(sessionId: string): number {
    return compactedMarkOf(this.#connection, this.#schema, sessionId);
  }

  /** What one session's rows look like, all of them or those beyond an id. @throws HermesDatabaseError */
  digestOf(sessionId: string, afterId?: number, options?: DigestOptions): RowDigest {
    return digestOf(this.#connection, this.#schema, sessionId, afterId, options);
  }

  /** The rows of one session, and where in the table they lie. @throws HermesDatabaseError */
  rowsOf(sessionId: string, options?: DigestOptions): SessionRows {
    return rowsOf(this.#connection, this.#schema, sessionId, options);
  }

  /** The rows of a greater id than this, for each session that has some. @throws HermesDatabaseError */
  rowsSince(messageId: number): Map<string, RowDigest> {
    return rowsBeyond(this.#connection, this.#schema, messageId);
  }

  /** The greatest message id; 0 without messages. @throws HermesDatabaseError */
  greatestId(): number {
    return greatestId(this.#connection);
  }

  /** How many rows `sessions` has. @throws HermesDatabaseError */
  totalSessions(): number {
    return (this.#connection.get('SELECT count(*) FROM sessions')?.[0] as number | undefined) ?? 0;
  }

  /** How many rows `messages` has. @throws HermesDatabaseError */
  totalRows(): number {
    return countRows(this.#connection);
  }

  /** One session as it is listed; undefined when it does not exist. @throws HermesDatabaseError */
  header(sessionId: string): SessionHeader | undefined {
    return readHeader(this.#connection, this.#schema, sessionId);
  }

  /**
   * Everything that `read` reads is of the same moment; not to be nested.
   * @param read is given the data version of that moment
   * @throws HermesDatabaseError
   */
  inOneTransaction<T>(read: (dataVersion: number) => T): T {
    return this.#connection.inOneTransaction(read);
  }

  /**
   * Everything that `read` reads of one session is of the same moment, and no writer waits for it longer than for one
   * query: where the session was changed meanwhile, it is read again.
   * @param read is given the data version, and may be called again from its beginning
   * @throws HermesDatabaseError, and whatever `read` throws
   */
  readSession<T>(sessionId: string, read: (dataVersion: number) => T): T {
    if (!this.#connection.keepsWriterWaiting) return this.inOneTransaction(read);
    const outline = () => ({ header: this.header(sessionId), rows: this.rowsOf(sessionId).digest });
    const undisturbed = readUndisturbed(outline, () => this.inOneTransaction(read));
    return undisturbed ? undisturbed() : this.#connection.holdingStill(read);
  }

  /**
   * A place in the log before which everything is seen by who begins to read from now on: to be asked outside of a
   * transaction. Null without a log, or where it cannot be read like that.
   * @param before an earlier one, from which it is found sooner
   */
  placeInLog(before: LogPosition | null): LogPosition | null {
    return this.#log?.place(before) ?? null;
  }

  /** The sessions that may have changed since a place in the log, unless they lost rows only; null where that is not known. */
  touchedSince(place: LogPosition): Touched | null {
    return this.#log?.touchedSince(place) ?? null;
  }

  /** An index is damaged, and was done without. */
  get avoidsAnIndex(): boolean {
    return this.#connection.avoidsAnIndex;
  }

  /** Several transactions in a row, as one; what need not be done for each is done once. @throws HermesDatabaseError */
  inARow<T>(read: () => T): T {
    return this.#connection.inARow(read);
  }

  /** The beginning of the first user message; empty without one. @throws HermesDatabaseError */
  preview(sessionId: string): string {
    return readPreview(this.#connection, this.#schema, sessionId);
  }

  /**
   * All rows of a session by ascending id, few columns of each.
   * @param generation whose names for calls are wanted beside those of `lifetime`; null: nobody's
   * @throws HermesDatabaseError, at any row
   */
  rows(sessionId: string, range: RowRange, generation: Generation | null): Generator<Row, void, void> {
    return this.#rows.rows(sessionId, range, generation);
  }

  /** Watches over rows that are read one by one; see `PlainRows`. */
  plainRows(seen: SeenRows, carriedBefore: number): PlainRows {
    return new PlainRows(seen, carriedBefore, (rowId) => this.#rows.toolCallId(rowId));
  }

  /**
   * What really happened in a session, each thing once, by ascending id.
   * @param passes one pass over its rows, as long as no `START_OVER` is thrown; two do for any session
   * @throws HermesDatabaseError, at any row; START_OVER, in one pass
   */
  lifetimeMessages(
    sessionId: string,
    range: RowRange,
    selection: Selection,
    passes: 1 | 2,
  ): Generator<Message, void, void> {
    const source = this.#source(sessionId, range, null);
    return passes === 1 ? lifetimeMessages(source, selection) : lifetimeInTwoPasses(source, selection);
  }

  /** What a dashboard counts of a session, by ascending id. @throws HermesDatabaseError, at any row */
  dashboardMessages(
    sessionId: string,
    range: RowRange,
    generation: Generation,
  ): Generator<Message, void, void> {
    return dashboardMessages(this.#source(sessionId, range, generation), generation);
  }

  #source(sessionId: string, range: RowRange, generation: Generation | null): RowSource {
    const reader = this.#rows;
    return {
      rows: () => reader.wholeRows(sessionId, range, generation),
      row: (id) => reader.wholeRow(id, generation),
      storedTimestamp: (id) => reader.storedTimestamp(id),
      repeatedTimestamps: () => reader.repeatedTimestamps(sessionId),
    };
  }

  /** Hermes keeps account of auxiliary models. @throws HermesDatabaseError */
  get haveAccount(): boolean {
    return this.#usage.haveAccount;
  }

  /** What a session used; undefined when it does not exist. @throws HermesDatabaseError */
  usageOf(sessionId: string): SessionUse | undefined {
    return readUsage(this.#connection, this.#usage, sessionId);
  }

  /** What every session used, one by one. @throws HermesDatabaseError, at any session */
  usageOfAll(): Generator<SessionUse, void, void> {
    return readAllUsage(this.#connection, this.#usage);
  }

  get #usage(): UsageTables {
    this.#usageTables ??= UsageTables.read(this.#connection, this.#schema);
    return this.#usageTables;
  }

  /** What else Hermes noted of a session; undefined when it does not exist. @throws HermesDatabaseError */
  details(sessionId: string): SessionDetails | undefined {
    return readDetails(this.#connection, this.#schema, sessionId);
  }

  /**
   * A session's messages as people read them, by ascending id, with those that were compacted away.
   * @throws HermesDatabaseError, at any row
   */
  transcript(sessionId: string): Generator<TranscriptMessage, void, void> {
    return readTranscript(this.#connection, this.#schema, sessionId, this.#wholeText);
  }

  /** How many of the rows read so far were repaired: bad UTF-8, BLOBs, absurd timestamps. */
  get repairs(): number {
    return this.#rows.repairs;
  }

  close(): void {
    this.#connection.close();
  }
}

function pragma(connection: DatabaseConnection, name: string): number {
  return connection.get(`PRAGMA ${name}`)?.[0] as number;
}
