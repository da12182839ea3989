import type { DatabaseConnection } from './databaseConnection.ts';
import type { HistoryMode } from './historyMode.ts';
import type { Message } from './message.ts';
import { messageQuery, messageWalk } from './messageQuery.ts';
import { TextReader } from './messageText.ts';
import { BEFORE_ALL_IDS, type RowExtent } from './rowDigest.ts';
import type { Schema } from './schema.ts';
import { textOf } from './sessionHeader.ts';
import type { SqlRow, SqlValue } from './sqlite/driver.ts';
import { readToolCalls } from './toolCalls.ts';

export interface MessageQuery {
  readonly mode: HistoryMode;
  /** Read on after this id; from the beginning without it. */
  readonly afterId?: number;
  /** Where the rows lie, if that is known: those that lie close to each other are read in one go. */
  readonly extent?: RowExtent;
}

const NO_NAMES: readonly string[] = [];
/** Passing over a row of another session costs less than seeking one's own, up to about so many. */
const IDS_PASSED_PER_ROW = 2;

/** The messages of one session that count, by id. Nothing is held back but the row being read. */
export class MessageReader {
  readonly #connection: DatabaseConnection;
  readonly #queries: Readonly<Record<HistoryMode, string>>;
  readonly #walks: Readonly<Record<HistoryMode, string>>;
  readonly #text = new TextReader();
  readonly #storedAsUtf8: boolean;
  #repairs = 0;

  /** @param wholeText the driver hands out strings with the NULs in them */
  constructor(connection: DatabaseConnection, schema: Schema, wholeText: boolean) {
    this.#connection = connection;
    this.#storedAsUtf8 = !schema.utf16;
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

  /** @throws HermesDatabaseError */
  *read(sessionId: string, query: MessageQuery): Generator<Message, void, void> {
    const rows = this.#rows(sessionId, query);
    for (const [id, active, role, content, blob, toolName, toolCalls, timestamp] of rows) {
      const text = this.#textOf(id as number, content);
      const calls = toolCalls ? readToolCalls(textOf(toolCalls) ?? '') : null;
      const repaired =
        this.#text.damaged ||
        timestamp === null ||
        blob === 1 ||
        typeof role !== 'string' ||
        (toolName !== null && typeof toolName !== 'string');
      if (repaired) this.#repairs += 1;
      yield {
        id: id as number,
        active: active === 1,
        role: textOf(role) ?? '',
        text,
        toolName: textOf(toolName) ?? '',
        callNames: calls?.names ?? NO_NAMES,
        callsJson: calls?.json ?? null,
      };
    }
  }

  #rows(sessionId: string, { mode, afterId = BEFORE_ALL_IDS, extent }: MessageQuery): Iterable<SqlRow> {
    if (!extent || !liesClose(extent))
      return this.#connection.iterate(this.#queries[mode], sessionId, afterId);
    const from = Math.max(extent.leastId, afterId + 1);
    return this.#connection.iterate(this.#walks[mode], sessionId, from, extent.greatestId);
  }

  #textOf(id: number, content: SqlValue | undefined): Uint8Array {
    if (content instanceof Uint8Array) return this.#text.fromBytes(content);
    const string = textOf(content) ?? '';
    const text = this.#text.fromString(string);
    // Only text beyond ASCII can be damaged, and where it is, the driver put U+FFFD.
    if (text.length === string.length || !this.#storedAsUtf8 || !string.includes('\ufffd')) return text;
    const bytes = this.#connection.get('SELECT CAST(content AS BLOB) FROM messages WHERE id = ?', id)?.[0];
    return bytes instanceof Uint8Array ? this.#text.fromBytes(bytes) : text;
  }
}

function liesClose({ rows, leastId, greatestId }: RowExtent): boolean {
  const isExact = Number.isSafeInteger(leastId) && Number.isSafeInteger(greatestId);
  return isExact && greatestId - leastId < rows * IDS_PASSED_PER_ROW;
}
