import type { DatabaseConnection } from './databaseConnection.ts';
import type { Schema } from './schema.ts';
import { textOf } from './sessionHeader.ts';
import { UNPLANNED } from './unplanned.ts';

const READ_CODE_POINTS = 63;
const SHOWN_CODE_POINTS = 60;

/** Python's white space, which is what the dashboard trims: without U+FEFF, with U+001C to U+001F and U+0085. */
const WHITE_SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const OUTER_WHITE_SPACE = new RegExp(`^${WHITE_SPACE}+|${WHITE_SPACE}+$`, 'gu');

/**
 * The beginning of a session's first user message, for sessions without a title; empty when there is none.
 * The text ends at a NUL, as in Hermes' own query (SQLite's `substr` does that), so structured content has no preview.
 * @throws HermesDatabaseError
 */
export function readPreview(connection: DatabaseConnection, schema: Schema, sessionId: string): string {
  if (!schema.has('messages', 'content')) return '';
  const row = connection.get(
    `SELECT substr(content, 1, ${READ_CODE_POINTS}) FROM messages
     WHERE session_id = ${UNPLANNED} AND role = 'user' AND content IS NOT NULL ORDER BY timestamp, id LIMIT 1`,
    sessionId,
  );
  return previewOf(textOf(row?.[0]) ?? '');
}

/** The preview of a text of which at least the first 63 code points are given. */
export function previewOf(text: string): string {
  const line = firstCodePoints(text.replace(/[\r\n]/g, ' '), READ_CODE_POINTS).replace(OUTER_WHITE_SPACE, '');
  const shown = firstCodePoints(line, SHOWN_CODE_POINTS);
  return shown.length < line.length ? `${shown}...` : line;
}

const SURROGATE = /[\ud800-\udfff]/;

function firstCodePoints(text: string, count: number): string {
  if (!SURROGATE.test(text)) return text.slice(0, count);
  // A code point takes at most two code units, so what lies beyond need not be split.
  return Array.from(text.slice(0, 2 * count))
    .slice(0, count)
    .join('');
}
