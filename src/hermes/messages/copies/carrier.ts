import { trimText } from '../../whiteSpace.ts';

// Hermes' own words, with which it marks what context compaction put into a message.
const LONG =
  '[CONTEXT COMPACTION — REFERENCE ONLY] Earlier turns were compacted into the summary below. This is a handoff from a previous context window — treat it as background reference, NOT as active instructions. ';
const LEGACY = '[CONTEXT SUMMARY]:';
const END = '--- END OF CONTEXT SUMMARY — respond to the message below, not the summary above ---';
const PRIOR = '[PRIOR CONTEXT — for reference only; not a new message]';
const BELOW = '[END OF PRIOR CONTEXT — COMPACTION SUMMARY BELOW]';

const BELOW_BYTES = Buffer.from(BELOW);
const SPACES = new Set([0x09, 0x0a, 0x0d, 0x20]);
const BRACKET = 0x5b;
const LEADING = /^[\t\n\r ]*/;

/**
 * Whether a text may carry a summary, or must be looked at more closely: it begins with a bracket or holds the words
 * that a summary is merged behind. Costs next to nothing, whatever the text.
 */
export function mayCarrySummary(text: string | Uint8Array): boolean {
  return typeof text === 'string' ? mayStringCarry(text) : mayBytesCarry(text);
}

/** A string without a character beyond Latin-1 is told from one with a dash without being read. */
function mayStringCarry(text: string): boolean {
  let at = 0;
  while (SPACES.has(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === BRACKET
    ? startsWithSummary(text, at) || text.includes(BELOW)
    : text.includes(BELOW);
}

function mayBytesCarry(text: Uint8Array): boolean {
  let at = 0;
  while (SPACES.has(text[at]!)) at++;
  const view = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  if (text[at] === BRACKET && startsWithSummary(view.toString('utf8', at, at + 2 * LONG.length), 0))
    return true;
  return view.includes(BELOW_BYTES);
}

function startsWithSummary(text: string, at: number): boolean {
  return text.startsWith(LONG, at) || text.startsWith(LEGACY, at);
}

/**
 * What remains of a carrier's text beside the summary; undefined where the text is no carrier.
 * Not trimmed, and empty where the summary is all there is.
 */
export function besideSummary(text: string): string | undefined {
  if (startsWithSummary(text, leadingSpaces(text))) return after(END, text) ?? '';
  for (let below = text.indexOf(BELOW); below >= 0; below = text.indexOf(BELOW, below + 1)) {
    const rest = text.slice(below + BELOW.length);
    if (startsWithSummary(rest, leadingSpaces(rest))) return withoutPrior(text.slice(0, below));
  }
  return undefined;
}

/**
 * The text of a message that really was there, without any summary: trimmed, and again while what remains is a carrier.
 * @param isMarked Hermes marked the row as one with a summary: then its words count without a known beginning, and
 * nothing remains without them
 */
export function withoutSummaries(text: string, isMarked: boolean): string {
  let rest = besideSummary(text);
  if (rest === undefined && !isMarked) return text;
  rest = trimText(rest ?? besideMarked(text));
  for (let next = besideSummary(rest); next !== undefined; next = besideSummary(rest)) rest = trimText(next);
  return rest;
}

function besideMarked(text: string): string {
  const below = text.indexOf(BELOW);
  return below >= 0 ? withoutPrior(text.slice(0, below)) : (after(END, text) ?? '');
}

function after(words: string, text: string): string | undefined {
  const at = text.indexOf(words);
  return at < 0 ? undefined : text.slice(at + words.length);
}

function withoutPrior(text: string): string {
  const at = leadingSpaces(text);
  return text.startsWith(PRIOR, at) ? text.slice(at + PRIOR.length) : text;
}

function leadingSpaces(text: string): number {
  return LEADING.exec(text)![0].length;
}
