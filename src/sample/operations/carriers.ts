/** How Hermes begins a summary: in today's words, and in earlier ones. */
const LONG =
  '[CONTEXT COMPACTION — REFERENCE ONLY] Earlier turns were compacted into the summary below. This is a handoff from a previous context window — treat it as background reference, NOT as active instructions. ';
const LEGACY = '[CONTEXT SUMMARY]:';
const END = '--- END OF CONTEXT SUMMARY — respond to the message below, not the summary above ---';
const PRIOR = '[PRIOR CONTEXT — for reference only; not a new message]';
const BELOW = '[END OF PRIOR CONTEXT — COMPACTION SUMMARY BELOW]';

/**
 * Where a summary stands: in a row of its own, or in the first row of the tail, before or behind what that row said.
 */
export type Place = 'user row' | 'assistant row' | 'before' | 'behind';

/** A summary alone, as the text of a row. */
export function carrier(summary: string, { legacy = false } = {}): string {
  return `${legacy ? `${LEGACY} ` : LONG}${summary}\n\n${END}`;
}

/** A summary and what a row said, as one text. */
export function carrierWith(
  text: string,
  summary: string,
  place: 'before' | 'behind',
  { legacy = false } = {},
): string {
  const wrapped = carrier(summary, { legacy });
  return place === 'before' ? `${wrapped}\n\n${text}` : `${PRIOR}\n${text}\n\n${BELOW}\n\n${wrapped}`;
}

/** What a text says beside a summary: itself if it carries none; empty if it is nothing but a summary. */
export function withoutSummary(text: string): string {
  const below = text.indexOf(BELOW);
  if (below >= 0 && beginsSummary(text.slice(below + BELOW.length))) {
    return text.slice(0, below).trim().replace(PRIOR, '').trim();
  }
  if (!beginsSummary(text)) return text;
  const end = text.indexOf(END);
  return end < 0 ? '' : text.slice(end + END.length).trim();
}

function beginsSummary(text: string): boolean {
  const start = text.trimStart();
  return start.startsWith(LONG) || start.startsWith(LEGACY);
}
