import { SHORT_TEXT_BYTES } from './messageText.ts';
import { momentOf } from './moments.ts';
import type { Schema } from './schema.ts';
import { UNPLANNED } from './unplanned.ts';

/** What the column `marks` says of a row, bit by bit. */
export const MARK = {
  /** Part of the live conversation. */
  live: 1,
  /** The timestamp is a moment. */
  moment: 2,
  /** The text is too long to be handed over with the row: it reads as NULL, and has a query of its own. */
  long: 4,
  /** The text is a BLOB. */
  blob: 8,
  /** The calls are too long, likewise. */
  longCalls: 16,
} as const;

/**
 * The query for a session's messages that meet a condition, by id, each sought by its id. Parameters: the session's id,
 * and the message id to begin after. Columns: id, marks, role, text, tool_name, tool_calls, moment.
 *
 * The ids are put in order first, from an index: sorting whole rows would copy every text. The LIMIT keeps SQLite
 * from doing without the order of a subquery.
 * @param wholeText the driver hands out strings with the NULs in them
 */
export function messageQuery(schema: Schema, condition: string, wholeText: boolean): string {
  return `WITH wanted AS MATERIALIZED (
      SELECT id FROM messages WHERE session_id = ${UNPLANNED} AND id > ? ORDER BY id LIMIT -1
    )
    SELECT ${columns(schema, wholeText)}, ${momentOf('messages.timestamp')} AS moment
    FROM wanted CROSS JOIN messages ON messages.id = wanted.id
    WHERE ${condition}`;
}

/**
 * The same messages by a walk over a part of the table, for a session whose rows lie side by side; without `moment`.
 * Parameters: the session's id, and the least and the greatest message id.
 */
export function messageWalk(schema: Schema, condition: string, wholeText: boolean): string {
  return `SELECT ${columns(schema, wholeText)} FROM messages NOT INDEXED
    WHERE session_id = ${UNPLANNED} AND id BETWEEN ? AND ? AND ${condition} ORDER BY id`;
}

/** The query for a long text, as bytes unless those would be UTF-16. Parameter: the message's id. */
export function longTextQuery(schema: Schema): string {
  return `SELECT ${schema.utf16 ? 'content' : 'CAST(content AS BLOB)'} FROM messages WHERE id = ?`;
}

/** The query for long calls. Parameter: the message's id. */
export const LONG_CALLS_QUERY = 'SELECT tool_calls FROM messages WHERE id = ?';

function columns(schema: Schema, wholeText: boolean): string {
  return `CAST(messages.id AS REAL), ${marks(schema)} AS marks, messages.role, ${shortText(schema, wholeText)} AS text,
      ${schema.read('messages', 'tool_name')} AS tool_name, ${shortCalls(schema)} AS tool_calls`;
}

function marks(schema: Schema): string {
  const live = `(${schema.activeRow} IS TRUE) * ${MARK.live}`;
  const moment = `(${momentOf('messages.timestamp')} IS NOT NULL) * ${MARK.moment}`;
  const marks = [live, moment];
  if (schema.has('messages', 'tool_calls'))
    marks.push(`(octet_length(messages.tool_calls) > ${SHORT_TEXT_BYTES} IS TRUE) * ${MARK.longCalls}`);
  // BLOBs are greater than anything else. Unlike `typeof`, which costs a call, that reads the text, as a short one is.
  if (schema.has('messages', 'content'))
    marks.push(`CASE WHEN octet_length(messages.content) > ${SHORT_TEXT_BYTES}
      THEN ${MARK.long} + (typeof(messages.content) = 'blob') * ${MARK.blob}
      ELSE (messages.content >= x'' IS TRUE) * ${MARK.blob} END`);
  return marks.join(' + ');
}

/** Short texts are read as strings and encoded again: a string costs less than a buffer, until there is much to decode. */
function shortText(schema: Schema, wholeText: boolean): string {
  if (!schema.has('messages', 'content')) return 'NULL';
  const text = wholeText || schema.utf16 ? 'messages.content' : 'CAST(messages.content AS BLOB)';
  return `CASE WHEN octet_length(messages.content) <= ${SHORT_TEXT_BYTES} THEN ${text} END`;
}

function shortCalls(schema: Schema): string {
  if (!schema.has('messages', 'tool_calls')) return 'NULL';
  return `CASE WHEN octet_length(messages.tool_calls) <= ${SHORT_TEXT_BYTES} THEN messages.tool_calls END`;
}
