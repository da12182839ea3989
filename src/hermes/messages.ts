import type { DatabaseConnection } from './databaseConnection.ts';
import type { HistoryMode } from './historyMode.ts';
import type { Message } from './message.ts';
import { SHORT_TEXT_BYTES, TextReader } from './messageText.ts';
import { momentOf } from './moments.ts';
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
  #repairs = 0;

  /** @param wholeText the driver hands out strings with the NULs in them */
  constructor(connection: DatabaseConnection, schema: Schema, wholeText: boolean) {
    this.#connection = connection;
    const content = contentColumn(schema, wholeText);
    this.#queries = {
      lifetime: messageQuery(schema, content, schema.keptRow),
      dashboard: messageQuery(schema, content, schema.activeRow),
    };
  }

  /** How many rows so far held something that had to be repaired to be read. */
  get repairs(): number {
    return this.#repairs;
  }

  /** @throws HermesDatabaseError */
  *read(sessionId: string, { mode, afterId = 0 }: MessageQuery): Generator<Message, void, void> {
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
    if (text.length === string.length || !string.includes('\ufffd')) return text;
    const bytes = this.#connection.get('SELECT CAST(content AS BLOB) FROM messages WHERE id = ?', id)?.[0];
    return bytes instanceof Uint8Array ? this.#text.fromBytes(bytes) : text;
  }
}

/**
 * Short texts are read as strings and encoded again, long ones as bytes: a string costs less than a buffer, until
 * there is much to decode. (Half of what is read is a few hundred bytes; see docs/performance.md.)
 */
function contentColumn(schema: Schema, wholeText: boolean): string {
  if (!schema.has('messages', 'content')) return 'NULL';
  // The bytes of UTF-16 would be of no use: SQLite converts when asked for a string.
  if (schema.utf16) return 'messages.content';
  if (!wholeText) return 'CAST(messages.content AS BLOB)';
  return `CASE WHEN octet_length(messages.content) > ${SHORT_TEXT_BYTES}
    THEN CAST(messages.content AS BLOB) ELSE messages.content END`;
}

/**
 * The ids are put in order first, from an index: sorting whole rows would copy every text. The LIMIT keeps SQLite
 * from doing without the order of a subquery.
 */
function messageQuery(schema: Schema, content: string, condition: string): string {
  const blob = schema.has('messages', 'content') ? "typeof(messages.content) = 'blob'" : '0';
  return `WITH wanted AS MATERIALIZED (
      SELECT id FROM messages WHERE session_id = ? AND id > ? ORDER BY id LIMIT -1
    )
    SELECT CAST(messages.id AS REAL), ${schema.activeRow} AS live, messages.role, ${content} AS text, ${blob} AS blob,
      ${schema.read('messages', 'tool_name')} AS tool_name, ${schema.read('messages', 'tool_calls')} AS tool_calls,
      ${momentOf('messages.timestamp')} AS moment
    FROM wanted CROSS JOIN messages ON messages.id = wanted.id
    WHERE ${condition}`;
}
