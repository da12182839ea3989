import { SHORT_TEXT_BYTES } from './messageText.ts';
import { momentOf } from './moments.ts';
import type { Schema } from './schema.ts';

/**
 * The query for a session's messages that meet a condition, by id, each sought by its id. Parameters: the session's id,
 * and the message id to begin after. Columns: id, live, role, text, whether the text is a BLOB, tool_name, tool_calls,
 * moment.
 *
 * The ids are put in order first, from an index: sorting whole rows would copy every text. The LIMIT keeps SQLite
 * from doing without the order of a subquery.
 * @param wholeText the driver hands out strings with the NULs in them
 */
export function messageQuery(schema: Schema, condition: string, wholeText: boolean): string {
  return `WITH wanted AS MATERIALIZED (
      SELECT id FROM messages WHERE session_id = ? AND id > ? ORDER BY id LIMIT -1
    )
    SELECT ${columns(schema, wholeText)} FROM wanted CROSS JOIN messages ON messages.id = wanted.id
    WHERE ${condition}`;
}

/**
 * The same messages by a walk over the table, for a session whose rows lie side by side. Parameters: the session's id,
 * and the least and the greatest message id.
 */
export function messageWalk(schema: Schema, condition: string, wholeText: boolean): string {
  return `SELECT ${columns(schema, wholeText)} FROM messages NOT INDEXED
    WHERE session_id = ? AND id BETWEEN ? AND ? AND ${condition} ORDER BY id`;
}

function columns(schema: Schema, wholeText: boolean): string {
  const blob = schema.has('messages', 'content') ? "typeof(messages.content) = 'blob'" : '0';
  return `CAST(messages.id AS REAL), ${schema.activeRow} AS live, messages.role, ${content(schema, wholeText)} AS text,
      ${blob} AS blob, ${schema.read('messages', 'tool_name')} AS tool_name,
      ${schema.read('messages', 'tool_calls')} AS tool_calls, ${momentOf('messages.timestamp')} AS moment`;
}

/**
 * Short texts are read as strings and encoded again, long ones as bytes: a string costs less than a buffer, until
 * there is much to decode.
 */
function content(schema: Schema, wholeText: boolean): string {
  if (!schema.has('messages', 'content')) return 'NULL';
  // The bytes of UTF-16 would be of no use: SQLite converts when asked for a string.
  if (schema.utf16) return 'messages.content';
  if (!wholeText) return 'CAST(messages.content AS BLOB)';
  return `CASE WHEN octet_length(messages.content) > ${SHORT_TEXT_BYTES}
    THEN CAST(messages.content AS BLOB) ELSE messages.content END`;
}
