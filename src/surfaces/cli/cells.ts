import stringWidth from 'string-width';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const CUT = '…';

/** Width of a text in terminal cells: CJK and emoji take two, combining marks none. */
export function cellWidth(text: string): number {
  return stringWidth(text);
}

/** The text, or what of its beginning fits in so many cells with an ellipsis. */
export function cut(text: string, cells: number): string {
  if (text.length <= cells && stringWidth(text) <= cells) return text;
  let width = 0;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    width += stringWidth(segment);
    if (width > cells) return `${beginning(kept, cells - 1)}${CUT}`;
    kept += segment;
  }
  return kept;
}

/**
 * Breaks a text between its words, so that a terminal has nothing to wrap; a word that is wider than a line, a path
 * say, is broken where the line ends.
 * @param indent what the second line and those after it begin with
 */
export function wrap(text: string, cells: number, indent = ''): string {
  if (stringWidth(text) <= cells) return text;
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=\S)(?= )/)) {
    if (stringWidth(line + piece) <= cells) {
      line += piece;
      continue;
    }
    let rest = piece;
    if (line.trim() !== '') {
      lines.push(line);
      line = indent;
      rest = piece.trimStart();
    }
    for (;;) {
      const whole = line + rest;
      if (stringWidth(whole) <= cells) break;
      const head = beginning(whole, cells);
      if (head.length <= line.length) break; // no room for a single character
      lines.push(head);
      rest = whole.slice(head.length);
      line = indent;
    }
    line += rest;
  }
  lines.push(line);
  return lines.join('\n');
}

function beginning(text: string, cells: number): string {
  let width = 0;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    width += stringWidth(segment);
    if (width > cells) break;
    kept += segment;
  }
  return kept;
}
