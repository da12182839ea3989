import type { Generation } from '../historyMode.ts';
import type { Schema } from '../sessions/schema.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import { dashboardMessages } from './dashboard.ts';
import { lifetimeInTwoPasses, lifetimeMessages, type RowSource, type Selection } from './lifetime.ts';
import type { Message } from './message.ts';
import { PlainRows } from './rows/plain.ts';
import { type RowRange, RowReader } from './rows/reader.ts';
import type { Row } from './rows/row.ts';
import type { SeenRows } from './rows/seen.ts';
import { readTranscript, type TranscriptMessage } from './transcript.ts';

/** The rows of a session, and which of them are messages that count. */
export class SessionMessages {
  readonly #connection: DatabaseConnection;
  readonly #schema: Schema;
  readonly #rows: RowReader;
  readonly #wholeText: boolean;

  /** @param wholeText the driver hands out texts as they are stored */
  constructor(connection: DatabaseConnection, schema: Schema, wholeText: boolean) {
    this.#connection = connection;
    this.#schema = schema;
    this.#wholeText = wholeText;
    this.#rows = new RowReader(connection, schema, wholeText);
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
  lifetime(
    sessionId: string,
    range: RowRange,
    selection: Selection,
    passes: 1 | 2,
  ): Generator<Message, void, void> {
    const source = this.#source(sessionId, range, null);
    return passes === 1 ? lifetimeMessages(source, selection) : lifetimeInTwoPasses(source, selection);
  }

  /** What a dashboard counts of a session, by ascending id. @throws HermesDatabaseError, at any row */
  dashboard(sessionId: string, range: RowRange, generation: Generation): Generator<Message, void, void> {
    return dashboardMessages(this.#source(sessionId, range, generation), generation);
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

  #source(sessionId: string, range: RowRange, generation: Generation | null): RowSource {
    const reader = this.#rows;
    return {
      rows: () => reader.wholeRows(sessionId, range, generation),
      row: (id) => reader.wholeRow(id, generation),
      storedTimestamp: (id) => reader.storedTimestamp(id),
      repeatedTimestamps: () => reader.repeatedTimestamps(sessionId),
    };
  }
}
