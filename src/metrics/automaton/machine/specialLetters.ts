/**
 * Python lets four letters beyond ASCII stand for i, s and k where case is ignored. They are rare, so the automaton
 * only notices them, and the texts that have one are matched as copies in which they are spelled in ASCII. All four
 * are word characters, as i, s and k are, so no word boundary moves.
 */

const LETTERS = [
  { bytes: [0xc4, 0xb0], folded: 'i', lowered: 'i\u0307' }, // U+0130
  { bytes: [0xc4, 0xb1], folded: 'i', lowered: '\u0131' }, // U+0131
  { bytes: [0xc5, 0xbf], folded: 's', lowered: '\u017f' }, // U+017F
  { bytes: [0xe2, 0x84, 0xaa], folded: 'k', lowered: 'k' }, // U+212A
];

/** The letters as UTF-8. */
export const SPECIAL_LETTERS: readonly Uint8Array[] = LETTERS.map(({ bytes }) => Uint8Array.from(bytes));

/** The text with every special letter as the ASCII letter it counts as. */
export function foldSpecialLetters(text: Uint8Array): Uint8Array {
  return replace(text, (letter) => letter.folded);
}

/** The text with every special letter as lower-casing leaves it. */
export function lowerSpecialLetters(text: Uint8Array): Uint8Array {
  return replace(text, (letter) => letter.lowered);
}

function replace(text: Uint8Array, by: (letter: (typeof LETTERS)[number]) => string): Uint8Array {
  const encoder = new TextEncoder();
  const rules = LETTERS.map((letter) => ({ bytes: letter.bytes, by: encoder.encode(by(letter)) }));
  const growth = Math.max(1, ...rules.map((rule) => rule.by.length / rule.bytes.length));
  const result = new Uint8Array(Math.ceil(text.length * growth));
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const first = text[at]!;
    const rule =
      first >= 0xc4
        ? rules.find(({ bytes }) => bytes.every((byte, index) => byte === text[at + index]))
        : undefined;
    if (rule === undefined) {
      result[length++] = first;
      at++;
      continue;
    }
    result.set(rule.by, length);
    length += rule.by.length;
    at += rule.bytes.length;
  }
  return result.subarray(0, length);
}
