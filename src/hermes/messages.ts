import type { DatabaseConnection } from './databaseConnection.ts';
import type { HistoryMode } from './historyMode.ts';
import type { Message } from './message.ts';
import { LONG_CALLS_QUERY, longTextQuery, MARK, messageQuery, messageWalk } from './messageQuery.ts';
import { TextReader } from './messageText.ts';
import { BEFORE_ALL_IDS, type RowDigest, type SessionRows } from './rowDigest.ts';
import type { Schema } from './schema.ts';
import { textOf } from './sessionHeader.ts';
import type { SqlRow, SqlValue } from './sqlite/driver.ts';
import { readToolCalls } from './toolCalls.ts';

export interface MessageQuery {
  readonly mode: HistoryMode;
  /** Read on after this id; from the beginning without it. */
  readonly afterId?: number;
  /** The session's rows, if they are known: where they lie close to each other they are walked over. */
  readonly rows?: SessionRows;
  /** At most so many rows of other sessions stand among them; as many as there is room for, unless it is given. */
  readonly others?: number | undefined;
}

const NO_NAMES: readonly string[] = [];
/** Passing over a row of another session costs less than seeking one's own, up to about so many for each. */
const OTHERS_PASSED_PER_ROW = 1;
/** Missing rows cost nothing but the batches that come back empty. */
const IDS_PER_ROW = 8;
/** Rows handed over at once cost less than one by one; long texts and calls are not among them. */
const IDS_A_BATCH = 64;

/** The messages of one session that count, by id. Nothing is held back but a few rows of bounded length. */
export class MessageReader {
  readonly #connection: DatabaseConnection;
  readonly #queries: Readonly<Record<HistoryMode, string>>;
  readonly #walks: Readonly<Record<HistoryMode, string>>;
  readonly #longText: string;
  readonly #text = new TextReader();
  readonly #storedAsUtf8: boolean;
  /** Short texts are handed over as strings, so what comes as bytes is a BLOB. */
  readonly #textAsString: boolean;
  #repairs = 0;

  /** @param wholeText the driver hands out strings with the NULs in them */
  constructor(connection: DatabaseConnection, schema: Schema, wholeText: boolean) {
    this.#connection = connection;
    this.#storedAsUtf8 = !schema.utf16;
    this.#textAsString = wholeText || schema.utf16;
    this.#longText = longTextQuery(schema);
    this.#queries = {
      lifetime: messageQuery(schema, schema.keptRow, wholeText),
      dashboard: messageQuery(schema, schema.activeRow, wholeText),
    };
    this.#walks = {
      lifetime: messageWalk(schema, schema.keptRow, wholeText),
      dashboard: messageWalk(schema, schema.activeRow, wholeText),
    };
  }

  /** How many rows so far held something that had to be repaired to be read. */
  get repairs(): number {
    return this.#repairs;
  }

  /** Several reads where the rows are known: to be called in a transaction. @throws HermesDatabaseError */
  *read(
    sessionId: string,
    { mode, afterId = BEFORE_ALL_IDS, rows: known, others }: MessageQuery,
  ): Generator<Message, void, void> {
    const first = Math.max(known?.leastId ?? BEFORE_ALL_IDS, afterId + 1);
    if (!known || !isWorthWalking(first, known.digest, others)) {
      const rows = this.#connection.iterate(this.#queries[mode], sessionId, afterId);
      for (const row of rows) yield this.#message(row);
      return;
    }
    const { maxId } = known.digest;
    for (let from = first; from <= maxId; from += IDS_A_BATCH) {
      const to = Math.min(from + IDS_A_BATCH - 1, maxId);
      for (const row of this.#connection.all(this.#walks[mode], sessionId, from, to))
        yield this.#message(row);
    }
  }

  #message([id, marks, content, toolName, shortCalls]: SqlRow): Message {
    const mark = marks as number;
    const text = this.#textOf(id as number, mark & MARK.long ? this.#whole(id as number) : content);
    const toolCalls =
      mark & MARK.longCalls ? this.#connection.get(LONG_CALLS_QUERY, id as number)?.[0] : shortCalls;
    const calls = toolCalls ? readToolCalls(textOf(toolCalls) ?? '') : null;
    const repaired =
      this.#text.damaged ||
      (mark & MARK.moment) === 0 ||
      (mark & MARK.blob) !== 0 ||
      (this.#textAsString && content instanceof Uint8Array) ||
      (mark & MARK.role) === 0 ||
      (toolName !== null && typeof toolName !== 'string');
    if (repaired) this.#repairs += 1;
    return {
      id: id as number,
      active: (mark & MARK.live) !== 0,
      isResult: (mark & MARK.result) !== 0,
      text,
      toolName: textOf(toolName) ?? '',
      callNames: calls?.names ?? NO_NAMES,
      callsJson: calls?.json ?? null,
    };
  }

  #textOf(id: number, content: SqlValue | undefined): Uint8Array {
    if (content instanceof Uint8Array) return this.#text.fromBytes(content);
    const string = textOf(content) ?? '';
    const text = this.#text.fromString(string);
    // Only text beyond ASCII can be damaged, and where it is, the driver put U+FFFD.
    if (text.length === string.length || !this.#storedAsUtf8 || !string.includes('\ufffd')) return text;
    const bytes = this.#whole(id);
    return bytes instanceof Uint8Array ? this.#text.fromBytes(bytes) : text;
  }

  #whole(id: number): SqlValue | undefined {
    return this.#connection.get(this.#longText, id)?.[0];
  }
}

/** Seeking goes through all rows of the session in an index, however few are wanted. */
function isWorthWalking(first: number, { total, maxId }: RowDigest, others = Infinity): boolean {
  const isExact = Number.isSafeInteger(first) && Number.isSafeInteger(maxId);
  const ids = maxId - first + 1;
  const passed = Math.min(others, ids - total);
  return isExact && passed <= total * OTHERS_PASSED_PER_ROW && ids <= total * IDS_PER_ROW;
}
