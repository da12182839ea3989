import { isMoment } from '../../sessions/moments.ts';
import type { Schema } from '../../sessions/schema.ts';
import { UNPLANNED } from '../../sqlite/unplanned.ts';
import { SHORT_TEXT_BYTES } from '../text.ts';

/** What the column `marks` says of a row, bit by bit. */
export const MARK = {
  /** Part of the live conversation. */
  live: 1,
  /** The timestamp is valid. */
  moment: 2,
  /** The text is too long to be handed over with the row: it reads as NULL, and has a query of its own. */
  long: 4,
  /** The text is a BLOB; may be missing where short texts are handed over as strings, and BLOBs as bytes. */
  blob: 8,
  /** The calls are too long, likewise. */
  longCalls: 16,
  /** The role is `tool`. */
  result: 32,
  /** The role is text. */
  role: 64,
  /** Hermes says that the row carries a summary. */
  summary: 128,
  /** Folded away by compaction; may be missing where the row is live. */
  compacted: 256,
} as const;

/** Which columns a query gives. */
export interface RowColumns {
  /** The driver hands out strings with the NULs in them. */
  readonly wholeText: boolean;
  /** Expressions for more columns than those that are always there. */
  readonly further?: readonly string[];
}

/**
 * The query for a session's rows, by id, each sought by its id. Parameters: the session's id, and the row id to begin
 * after. Columns: id, marks, text, tool_name, tool_calls, timestamp (meaningless unless marked as valid), and those
 * asked for.
 *
 * The ids are put in order first, from an index: sorting whole rows would copy every text. The LIMIT keeps SQLite
 * from doing without the order of a subquery.
 */
export function rowQuery(schema: Schema, columns: RowColumns, condition = '1'): string {
  return `WITH wanted AS MATERIALIZED (
      SELECT id FROM messages WHERE session_id = ${UNPLANNED} AND id > ? ORDER BY id LIMIT -1
    )
    SELECT ${columnList(schema, columns)}
    FROM wanted CROSS JOIN messages ON messages.id = wanted.id
    WHERE ${condition}`;
}

/**
 * The same rows by a walk over a part of the table, for a session whose rows lie side by side.
 * Parameters: the session's id, and the least and the greatest row id.
 */
export function rowWalk(schema: Schema, columns: RowColumns): string {
  return `SELECT ${columnList(schema, columns)} FROM messages NOT INDEXED
    WHERE session_id = ${UNPLANNED} AND id BETWEEN ? AND ? ORDER BY id`;
}

/** The query for one row. Parameter: its id. */
export function oneRow(schema: Schema, columns: RowColumns): string {
  return `SELECT ${columnList(schema, columns)} FROM messages WHERE id = ?`;
}

/** The query for a long text, as bytes unless those would be UTF-16. Parameter: the message's id. */
export function longTextQuery(schema: Schema): string {
  return `SELECT ${schema.utf16 ? 'content' : 'CAST(content AS BLOB)'} FROM messages WHERE id = ?`;
}

/** The query for long calls. Parameter: the message's id. */
export const LONG_CALLS_QUERY = 'SELECT tool_calls FROM messages WHERE id = ?';

function columnList(schema: Schema, { wholeText, further = [] }: RowColumns): string {
  return [
    'CAST(messages.id AS REAL)',
    `${marks(schema, wholeText)} AS marks`,
    `${shortText(schema, wholeText)} AS text`,
    `${schema.read('messages', 'tool_name')} AS tool_name`,
    `${shortCalls(schema)} AS tool_calls`,
    'CAST(messages.timestamp AS REAL) AS timestamp',
    ...further,
  ].join(', ');
}

const IS_RESULT = `messages.role = 'tool' COLLATE BINARY`;
/** BLOBs are greater than any text, and any text than a number. */
const ROLE_IS_TEXT = `messages.role >= '' AND messages.role < x''`;
const IS_MOMENT = isMoment('messages.timestamp');

/** Nearly all rows are alike: asked in jumps whether they are, SQLite needs a third of the instructions. */
function marks(schema: Schema, wholeText: boolean): string {
  const longText = isLong(schema, 'content');
  const longCalls = isLong(schema, 'tool_calls');
  const blob = isBlob(schema, wholeText);
  const summary = schema.has('messages', '_compressed_summary') ? 'messages._compressed_summary = 1' : '0';
  const compacted = schema.has('messages', 'compacted') ? 'messages.compacted = 1' : '0';
  const unusual = [longText, longCalls, blob, summary].map((condition) => `(${condition}) IS NOT TRUE`);
  const usual = [schema.activeRow, IS_MOMENT, ROLE_IS_TEXT, ...unusual].join(' AND ');
  const mark = (condition: string, bit: number) => `((${condition}) IS TRUE) * ${bit}`;
  const oneByOne = [
    mark(schema.activeRow, MARK.live),
    mark(IS_MOMENT, MARK.moment),
    mark(ROLE_IS_TEXT, MARK.role),
    mark(IS_RESULT, MARK.result),
    mark(longText, MARK.long),
    mark(longCalls, MARK.longCalls),
    mark(summary, MARK.summary),
    mark(compacted, MARK.compacted),
    mark(`typeof(${schema.read('messages', 'content')}) = 'blob'`, MARK.blob),
  ].join(' + ');
  const all = MARK.live | MARK.moment | MARK.role;
  return `CASE WHEN ${usual} THEN CASE WHEN ${IS_RESULT} THEN ${all | MARK.result} ELSE ${all} END ELSE ${oneByOne} END`;
}

/** By an id beyond 2^53, which no number of JavaScript's tells from the next, nothing can be asked for later. */
const HAS_EXACT_ID = `messages.id BETWEEN ${Number.MIN_SAFE_INTEGER} AND ${Number.MAX_SAFE_INTEGER}`;

function isHandedOver(column: 'content' | 'tool_calls'): string {
  return `octet_length(messages.${column}) <= ${SHORT_TEXT_BYTES} OR NOT (${HAS_EXACT_ID})`;
}

function isLong(schema: Schema, column: 'content' | 'tool_calls'): string {
  if (!schema.has('messages', column)) return '0';
  return `octet_length(messages.${column}) > ${SHORT_TEXT_BYTES} AND ${HAS_EXACT_ID}`;
}

/** Only where texts are handed over as bytes, BLOBs do not show as what they are. That reads the text, as a short one is. */
function isBlob(schema: Schema, wholeText: boolean): string {
  return schema.has('messages', 'content') && !wholeText && !schema.utf16 ? `messages.content >= x''` : '0';
}

/** Short texts are read as strings and encoded again: a string costs less than a buffer, until there is much to decode. */
function shortText(schema: Schema, wholeText: boolean): string {
  if (!schema.has('messages', 'content')) return 'NULL';
  const text = wholeText || schema.utf16 ? 'messages.content' : 'CAST(messages.content AS BLOB)';
  return `CASE WHEN ${isHandedOver('content')} THEN ${text} END`;
}

function shortCalls(schema: Schema): string {
  if (!schema.has('messages', 'tool_calls')) return 'NULL';
  return `CASE WHEN ${isHandedOver('tool_calls')} THEN messages.tool_calls END`;
}
