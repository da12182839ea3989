/**
 * White space as Python's `str.strip` and the vocabulary's `\s` take it: Unicode's, without U+FEFF, with U+001C to
 * U+001F and U+0085.
 */
const WHITE_SPACE = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const RUN = new RegExp(`${WHITE_SPACE}+`, 'gu');
const SPACE = 0x20;
const DELETE = 0x7f;

/** The text without the white space around it. */
export function trimText(text: string): string {
  return isInked(text.charCodeAt(0)) && isInked(text.charCodeAt(text.length - 1)) ? text : trimEdges(text);
}

/** The text with each run of white space as one space, and none around it. */
export function collapseText(text: string): string {
  return trimText(text.replace(RUN, ' '));
}

function isInked(unit: number): boolean {
  return unit > SPACE && unit < DELETE;
}

/** By hand at the end, where a regular expression would begin at each white space of a long text. */
function trimEdges(text: string): string {
  let end = text.length;
  while (end > 0 && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  let start = 0;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  return text.slice(start, end);
}

function isWhiteSpace(unit: number): boolean {
  if (unit <= SPACE) return unit === SPACE || (unit >= 0x09 && unit <= 0x0d) || unit >= 0x1c;
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** The same for UTF-8: the part of the bytes without the white space around it. */
export function trimBytes(text: Uint8Array): Uint8Array {
  if (isTrimmed(text)) return text;
  const start = startOf(text);
  return text.subarray(start, endOf(text, start));
}

/** How many bytes `trimBytes` leaves: no view is made of them, which takes longer than to find them. */
export function trimmedLength(text: Uint8Array): number {
  if (isTrimmed(text)) return text.length;
  const start = startOf(text);
  return endOf(text, start) - start;
}

function isTrimmed(text: Uint8Array): boolean {
  return text.length === 0 || (isInked(text[0]!) && isInked(text[text.length - 1]!));
}

function startOf(text: Uint8Array): number {
  let start = 0;
  for (let length = spaceAt(text, start); length > 0; length = spaceAt(text, start)) start += length;
  return start;
}

function endOf(text: Uint8Array, start: number): number {
  let end = text.length;
  for (let length = spaceBefore(text, end, start); length > 0; length = spaceBefore(text, end, start))
    end -= length;
  return end;
}

/** How many bytes the white space character takes that begins there; 0 without one. */
function spaceAt(text: Uint8Array, at: number): number {
  const first = text[at];
  if (first === undefined) return 0;
  if (first < 0x80) return isWhiteSpace(first) ? 1 : 0;
  const second = text[at + 1] ?? 0;
  if (first === 0xc2) return second === 0x85 || second === 0xa0 ? 2 : 0;
  if (first !== 0xe1 && first !== 0xe2 && first !== 0xe3) return 0;
  const third = text[at + 2] ?? 0;
  if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return 0;
  return isWhiteSpace(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)) ? 3 : 0;
}

function spaceBefore(text: Uint8Array, end: number, start: number): number {
  for (const length of [1, 2, 3])
    if (end - length >= start && spaceAt(text, end - length) === length) return length;
  return 0;
}
