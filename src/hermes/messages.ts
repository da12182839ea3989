import type { DatabaseConnection } from './databaseConnection.ts';
import type { HistoryMode } from './historyMode.ts';
import type { Message } from './message.ts';
import { messageQuery } from './messageQuery.ts';
import { TextReader } from './messageText.ts';
import { BEFORE_ALL_IDS } from './rowDigest.ts';
import type { Schema } from './schema.ts';
import { textOf } from './sessionHeader.ts';
import type { SqlValue } from './sqlite/driver.ts';
import { readToolCalls } from './toolCalls.ts';

export interface MessageQuery {
  readonly mode: HistoryMode;
  /** Read on after this id; from the beginning without it. */
  readonly afterId?: number;
}

const NO_NAMES: readonly string[] = [];

/** The messages of one session that count, by id. Nothing is held back but the row being read. */
export class MessageReader {
  readonly #connection: DatabaseConnection;
  readonly #queries: Readonly<Record<HistoryMode, string>>;
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
  }

  /** How many rows so far held something that had to be repaired to be read. */
  get repairs(): number {
    return this.#repairs;
  }

  /** @throws HermesDatabaseError */
  *read(sessionId: string, { mode, afterId = BEFORE_ALL_IDS }: MessageQuery): Generator<Message, void, void> {
    const rows = this.#connection.iterate(this.#queries[mode], sessionId, afterId);
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
