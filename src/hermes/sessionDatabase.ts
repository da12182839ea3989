import { join } from 'node:path';
import { DigestReader } from './changes/digestReader.ts';
import type { LogPosition } from './changes/log/tail.ts';
import { ChangeLog, type Touched } from './changes/log/touched.ts';
import { assertHomeFolder } from './home/homeFolder.ts';
import { SessionMessages } from './messages/sessionMessages.ts';
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
import { SessionUsage } from './usage/sessionUsage.ts';

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
  readonly #log: ChangeLog | null;
  /** What tells whether rows have changed, their contents unread. */
  readonly digests: DigestReader;
  /** What was said and done in a session. */
  readonly messages: SessionMessages;
  /** Tokens and cost. */
  readonly usage: SessionUsage;

  private constructor(connection: DatabaseConnection, wholeText: boolean) {
    this.#connection = connection;
    this.#schemaVersion = pragma(connection, 'schema_version');
    this.#schema = Schema.read(connection);
    this.#sessions = new SessionList(connection, this.#schema, wholeText);
    this.digests = new DigestReader(connection, this.#schema);
    this.messages = new SessionMessages(connection, this.#schema, wholeText);
    this.usage = new SessionUsage(connection, this.#schema);
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
    return this.#connection.file.key;
  }

  /** Another number after each change of the tables. */
  get schemaVersion(): number {
    return this.#schemaVersion;
  }

  /** The size of the file when it was opened. */
  get bytes(): number {
    return this.#connection.file.bytes;
  }

  /** Differs from an earlier answer of this object if anything was written since. @throws HermesDatabaseError */
  dataVersion(): number {
    return this.#connection.dataVersion();
  }

  /** Nothing was written since it gave this data version; false where that cannot be told. */
  isAt(dataVersion: number): boolean {
    try {
      return this.dataVersion() === dataVersion;
    } catch {
      return false;
    }
  }

  /**
   * False when this object must be closed and opened again: the file was removed, replaced or given another schema,
   * or a program has begun to write where none had it open before.
   * @throws HermesDatabaseError
   */
  isSameFile(): boolean {
    return (
      this.#connection.file.isCurrent() && pragma(this.#connection, 'schema_version') === this.#schemaVersion
    );
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

  /** How many rows `sessions` has. @throws HermesDatabaseError */
  totalSessions(): number {
    return (this.#connection.get('SELECT count(*) FROM sessions')?.[0] as number | undefined) ?? 0;
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
    const outline = () => ({ header: this.header(sessionId), rows: this.digests.rowsOf(sessionId).digest });
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

  /** What else Hermes noted of a session; undefined when it does not exist. @throws HermesDatabaseError */
  details(sessionId: string): SessionDetails | undefined {
    return readDetails(this.#connection, this.#schema, sessionId);
  }

  close(): void {
    this.#connection.close();
  }
}

function pragma(connection: DatabaseConnection, name: string): number {
  return connection.get(`PRAGMA ${name}`)?.[0] as number;
}
