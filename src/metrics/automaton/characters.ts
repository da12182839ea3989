/**
 * What a character is, asked at a byte position of UTF-8 that may be invalid. An invalid sequence counts as U+FFFD,
 * which is neither a word character nor white space.
 */

const REPLACEMENT = 0xfffd;
const WORD = /[\p{L}\p{N}_]/u;

/** 1 for ASCII word characters (letters, digits, underscore), 0 for every other byte. */
export const ASCII_WORD = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && WORD.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** For each 256 code points whether they are word characters; made when first asked for. */
const wordPages: Uint8Array[] = [];

/** Whether the character that ends before `at` is a word character; false at the start of the text. */
export function isWordBefore(text: Uint8Array, at: number): boolean {
  if (at === 0) return false;
  const byte = text[at - 1]!;
  return byte < 0x80 ? ASCII_WORD[byte] === 1 : isWordCodePoint(codePointBefore(text, at));
}

/** Whether the character that starts at `at` is a word character; false at the end of the text. */
export function isWordAt(text: Uint8Array, at: number): boolean {
  if (at >= text.length) return false;
  const byte = text[at]!;
  return byte < 0x80 ? ASCII_WORD[byte] === 1 : isWordCodePoint(codePointAt(text, at));
}

/** How many bytes the white space character at `at` takes; 0 if none is there. */
export function spaceLength(text: Uint8Array, at: number): number {
  const byte = text[at]!;
  if (byte <= 0x20) return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte >= 0x1c ? 1 : 0;
  if (byte < 0x80) return 0;
  const code = codePointAt(text, at);
  return isSpaceBeyondAscii(code) ? utf8Length(code) : 0;
}

/** How many bytes the word character at `at` takes; 0 if none is there. */
export function wordLength(text: Uint8Array, at: number): number {
  const byte = text[at]!;
  if (byte < 0x80) return ASCII_WORD[byte]!;
  const code = codePointAt(text, at);
  return isWordCodePoint(code) ? utf8Length(code) : 0;
}

function isSpaceBeyondAscii(code: number): boolean {
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function isWordCodePoint(code: number): boolean {
  const page = code >>> 8;
  wordPages[page] ??= Uint8Array.from({ length: 256 }, (_, low) =>
    WORD.test(String.fromCodePoint((page << 8) | low)) ? 1 : 0,
  );
  return wordPages[page][code & 0xff] === 1;
}

function utf8Length(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** A lead byte is never a continuation, so the nearest one before `at` tells what ends there. */
function codePointBefore(text: Uint8Array, at: number): number {
  for (let lead = at - 1; lead >= 0 && lead >= at - 4; lead--) {
    if (isContinuation(text[lead])) continue;
    const code = codePointAt(text, lead);
    return lead + utf8Length(code) === at ? code : REPLACEMENT;
  }
  return REPLACEMENT;
}

function codePointAt(text: Uint8Array, at: number): number {
  const lead = text[at]!;
  const second = text[at + 1];
  if (lead < 0x80) return lead;
  if (lead < 0xc2 || lead > 0xf4 || !isContinuation(second)) return REPLACEMENT;
  const two = ((lead & 0x1f) << 6) | (second! & 0x3f);
  if (lead < 0xe0) return two;
  const third = text[at + 2];
  if (!isContinuation(third)) return REPLACEMENT;
  const three = ((lead & 0x0f) << 12) | ((second! & 0x3f) << 6) | (third! & 0x3f);
  if (lead < 0xf0) return three < 0x800 || (three >= 0xd800 && three <= 0xdfff) ? REPLACEMENT : three;
  const fourth = text[at + 3];
  if (!isContinuation(fourth)) return REPLACEMENT;
  const four = ((lead & 0x07) << 18) | ((second! & 0x3f) << 12) | ((third! & 0x3f) << 6) | (fourth! & 0x3f);
  return four < 0x10000 || four > 0x10ffff ? REPLACEMENT : four;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
