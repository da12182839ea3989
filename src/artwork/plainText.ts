/** Characters that reorder or hide what stands around them, and those that no font draws. */
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const WHITE_SPACE = /[\s\u0085\u2028\u2029]+/g;

/**
 * A text from history as one plain line of at most `maxLength` characters (code points), to be shown to people:
 * line breaks become spaces, characters that reorder or hide others become a visible U+FFFD, a longer text ends in `…`.
 * It is not escaped for any format yet. Works in time bounded by `maxLength`, however long the text is.
 */
export function plainLine(text: string, maxLength: number): string {
  // A code point takes at most two code units; the rest of the slice is room for white space that is drawn together.
  const head = text.slice(0, maxLength * 8 + 8).toWellFormed();
  const line = head.replace(WHITE_SPACE, ' ').trim().replace(INVISIBLE, '\ufffd');
  const characters = Array.from(line);
  if (characters.length <= maxLength && head.length >= text.length) return line;
  return `${characters
    .slice(0, Math.max(0, maxLength - 1))
    .join('')
    .trimEnd()}…`;
}

/** Whether a text reads from right to left, by its first letter. */
export function readsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return (
    letter !== undefined &&
    /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
  );
}
