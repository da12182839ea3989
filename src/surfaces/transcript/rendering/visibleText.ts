/** Control characters but tab and line feed, what reorders or hides its surroundings, other line ends. */
const INVISIBLE =
  /(?![\t\n])[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const ESCAPES_BEGIN = 0x20;
const CONTROL_PICTURES = 0x2400;
const DELETE = '\x7f';

/**
 * The text with everything visible and in its order: control characters (terminal escapes begin with one) as the
 * pictures that Unicode has for them, characters that reorder, hide or break lines as U+FFFD. As long as the text, so
 * that places in one are places in the other.
 */
export function visibleText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', ' \n').replace(INVISIBLE, picture);
}

function picture(character: string): string {
  if (character === DELETE) return '\u2421';
  const code = character.charCodeAt(0);
  return code < ESCAPES_BEGIN
    ? String.fromCharCode(CONTROL_PICTURES + code)
    : '\ufffd'.repeat(character.length);
}

/** A text for the inside of Markdown's inline code, on one line, as long as the text or `longest`. */
export function codeSpanText(text: string, longest: number): string {
  return visibleText(text.slice(0, longest))
    .replaceAll('`', "'")
    .replace(/[\n\t]/g, ' ');
}
