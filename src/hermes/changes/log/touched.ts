import type { Schema } from '../../sessions/schema.ts';
import type { DatabaseConnection } from '../../sqlite/connection.ts';
import { textsOnPage } from './pageTexts.ts';
import { type LogPosition, readTail } from './tail.ts';

/** What may have changed; far more than has, for a page holds many rows. What is not among it can only have lost rows. */
export interface Touched {
  /** Sessions whose own row may have changed or come, among texts that are no ids. */
  readonly rows: ReadonlySet<string>;
  /** Sessions of which messages may have changed or come, among texts that are no ids. */
  readonly messages: ReadonlySet<string>;
  /** Sessions of which rows of the account of usage may have changed or come, among texts that are no ids. */
  readonly usage: ReadonlySet<string>;
}

/** Where the ids stand that are looked for: the places of columns among those of their table. */
interface IdColumns {
  readonly session: number;
  readonly ofMessage: number;
  /** Null where there is no account of usage. */
  readonly ofUsage: number | null;
}

/** The write-ahead log of a database, read for the sessions that it speaks of. */
export class ChangeLog {
  readonly #path: string;
  readonly #columns: IdColumns;

  private constructor(path: string, columns: IdColumns) {
    this.#path = path;
    this.#columns = columns;
  }

  /** Null without a log, or where its pages cannot be read like this. @throws HermesDatabaseError */
  static of(connection: DatabaseConnection, schema: Schema): ChangeLog | null {
    const path = connection.file.logPath;
    if (path === null || schema.utf16 || connection.keys.areSomeBlobs) return null;
    const session = placeOf(connection, 'sessions', 'id');
    const ofMessage = placeOf(connection, 'messages', 'session_id');
    if (session === null || ofMessage === null) return null;
    const ofUsage = placeOf(connection, 'session_model_usage', 'session_id');
    return new ChangeLog(path, { session, ofMessage, ofUsage });
  }

  /**
   * A place before which everything is seen by who begins to read from now on.
   * @param before an earlier one, from which it is found sooner
   */
  place(before: LogPosition | null): LogPosition | null {
    return this.#tail(before)?.published ?? (before && (this.#tail(null)?.published ?? null));
  }

  /**
   * The sessions that stand on pages written since a place: every row that was added or changed is on one of them, for it
   * is written with its page. Of rows that were deleted only their number tells.
   * @returns null when that cannot be told
   */
  touchedSince(place: LogPosition): Touched | null {
    const tail = this.#tail(place);
    if (!tail) return null;
    const rows = new Set<string>();
    const messages = new Set<string>();
    const usage = new Set<string>();
    const { session, ofMessage, ofUsage } = this.#columns;
    for (const [number, page] of tail.pages) {
      const ids = textsOnPage(page, number, session);
      const ofMessages = textsOnPage(page, number, ofMessage);
      const ofUses = ofUsage === session ? ids : ofUsage === null ? [] : textsOnPage(page, number, ofUsage);
      if (!ids || !ofMessages || !ofUses) return null;
      for (const id of ids) rows.add(id);
      for (const id of ofMessages) messages.add(id);
      for (const id of ofUses) usage.add(id);
    }
    return { rows, messages, usage };
  }

  /** A log that is gone tells nothing; why, who reads by SQLite will find out. */
  #tail(from: LogPosition | null) {
    try {
      return readTail(this.#path, from);
    } catch {
      return null;
    }
  }
}

/** A column's place in the stored row; null in a table with computed columns, some of which are not stored. */
function placeOf(connection: DatabaseConnection, table: string, column: string): number | null {
  const rows = connection.all(`SELECT lower(name), hidden FROM pragma_table_xinfo('${table}') ORDER BY cid`);
  if (rows.some(([, hidden]) => hidden !== 0)) return null;
  const place = rows.findIndex(([name]) => name === column);
  return place < 0 ? null : place;
}
