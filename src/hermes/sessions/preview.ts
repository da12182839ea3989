import { besideSummary, mayCarrySummary } from '../messages/copies/carrier.ts';
import { textOf } from '../sqlite/cell.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import { UNPLANNED } from '../sqlite/unplanned.ts';
import { trimText } from '../whiteSpace.ts';
import { perSchema, type Schema } from './schema.ts';
import { readScaffold, SCAFFOLD, withoutMiddle } from './skillScaffold.ts';

const READ_CODE_POINTS = 63;
const SHOWN_CODE_POINTS = 60;

/**
 * The beginning of what the user first said in a session, for sessions without a title; empty when there is nothing.
 * Summaries that compaction left are passed over. A text ends at a NUL, as in Hermes' own query, so structured content
 * has no preview.
 * @throws HermesDatabaseError
 */
export function readPreview(connection: DatabaseConnection, schema: Schema, sessionId: string): string {
  if (!schema.has('messages', 'content')) return '';
  // Nearly always the first will do, and one row costs less to get than to begin on all.
  const first = connection.get(firstSaid(schema), sessionId);
  const preview = first ? previewOf(textOf(first[0]) ?? '') : '';
  if (preview !== undefined) return preview;
  for (const [content] of connection.iterate(allSaid(schema), sessionId)) {
    const later = previewOf(textOf(content) ?? '');
    if (later !== undefined) return later;
  }
  return '';
}

const allSaid = perSchema((schema) => {
  const shown = schema.has('messages', 'display_kind') ? "AND display_kind IS NOT 'hidden'" : '';
  return `SELECT content FROM messages
    WHERE session_id = ${UNPLANNED} AND role = 'user' AND content IS NOT NULL ${shown} ORDER BY timestamp, id`;
});
const firstSaid = perSchema((schema) => `${allSaid(schema)} LIMIT 1`);

/** The preview of a user's message; undefined for one that is a summary and nothing else. @param content the whole */
export function previewOf(content: string): string | undefined {
  const end = content.indexOf('\0');
  const text = end < 0 ? content : content.slice(0, end);
  const beside = mayCarrySummary(text) ? besideSummary(text) : undefined;
  if (beside !== undefined && trimText(beside) === '') return undefined;
  const line = trimText(beside ?? partOf(text)).replace(/[\r\n]/g, ' ');
  const said = line.startsWith(SCAFFOLD) ? readScaffold(line) : line;
  const shown = firstCodePoints(said, SHOWN_CODE_POINTS);
  return shown.length < said.length ? `${shown}...` : said;
}

/** As much of a text as Hermes looks at. */
function partOf(text: string): string {
  return text.startsWith(SCAFFOLD) ? withoutMiddle(text) : firstCodePoints(text, READ_CODE_POINTS);
}

const SURROGATE = /[\ud800-\udfff]/;

function firstCodePoints(text: string, count: number): string {
  // A code point takes at most two code units, so what lies beyond need not be split.
  const part = text.slice(0, 2 * count);
  return SURROGATE.test(part) ? Array.from(part).slice(0, count).join('') : part.slice(0, count);
}
