import type { Schema } from '../sessions/schema.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import type { RowDigest, SessionRows } from './digest.ts';
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
} from './digestQuery.ts';

/** Reads what the rows of sessions look like from outside. Each question throws HermesDatabaseError. */
export class DigestReader {
  readonly #connection: DatabaseConnection;
  readonly #schema: Schema;

  constructor(connection: DatabaseConnection, schema: Schema) {
    this.#connection = connection;
    this.#schema = schema;
  }

  /** The rows of all sessions, from indexes alone: without a mark of `compacted`. */
  sweep(): Map<string, SessionRows> {
    return sweepRows(this.#connection, this.#schema);
  }

  /** The mark of every session's rows, in half the time of a sweep. */
  marksOfAll(): Map<string, number> {
    return marksOfAll(this.#connection, this.#schema);
  }

  /** The mark of `compacted` over one session's inactive rows, which are read for it. */
  compactedMarkOf(sessionId: string): number {
    return compactedMarkOf(this.#connection, this.#schema, sessionId);
  }

  /** What one session's rows look like, all of them or those beyond an id. */
  of(sessionId: string, afterId?: number, options?: DigestOptions): RowDigest {
    return digestOf(this.#connection, this.#schema, sessionId, afterId, options);
  }

  /** The rows of one session, and where in the table they lie. */
  rowsOf(sessionId: string, options?: DigestOptions): SessionRows {
    return rowsOf(this.#connection, this.#schema, sessionId, options);
  }

  /** The rows of a greater id than this, for each session that has some. */
  since(messageId: number): Map<string, RowDigest> {
    return rowsBeyond(this.#connection, this.#schema, messageId);
  }

  /** The greatest message id; 0 without messages. */
  greatestId(): number {
    return greatestId(this.#connection);
  }

  /** How many rows `messages` has. */
  totalRows(): number {
    return countRows(this.#connection);
  }
}
