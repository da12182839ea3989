/**
 * Line breaking without a font at hand: widths are estimates for the sans-serif fonts that systems ship, a little on
 * the wide side, so that a line drawn by any of them stays within its box.
 */

export interface TextBox {
  fontSize: number;
  /** In the units of `fontSize`. */
  maxWidth: number;
  maxLines: number;
  bold?: boolean;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u;
const NARROW = /^[iIjl.,:;'|!()[\]`]/;
const SLIM = /^[ frt"\-/\\*{}1]/;
const BROAD = /^[mwMW@%&…—]/;
/** Closing punctuation does not start a line. */
const CLINGING = /^[\p{Pe}\p{Pf},.!?:;、。，．：；！？…]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

function characterWidth(character: string): number {
  if (WIDE.test(character)) return 1.02;
  if (NARROW.test(character)) return 0.31;
  if (SLIM.test(character)) return 0.4;
  if (BROAD.test(character)) return 0.96;
  return /^\p{Lu}/u.test(character) ? 0.72 : 0.58;
}

/** The estimated width of a line of text, in the units of `fontSize`. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let width = 0;
  for (const character of charactersOf(text)) width += characterWidth(character);
  return width * fontSize * (bold ? 1.06 : 1);
}

/** Breaks a text into lines that fit the box; what does not fit is left out behind an ellipsis. */
export function wrapText(text: string, box: TextBox): string[] {
  const fits = (line: string): boolean => textWidth(line, box.fontSize, box.bold) <= box.maxWidth;
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, fits)) {
    if (fits((line + piece).trimEnd()) || line === '') {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
    if (lines.length > box.maxLines) break;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  if (lines.length <= box.maxLines) return lines;
  const shown = lines.slice(0, box.maxLines);
  return [...shown.slice(0, -1), shortened(shown.at(-1) ?? '', fits)];
}

/** Words with the space after them, and single characters of scripts that are written without spaces. */
function pieces(text: string, fits: (line: string) => boolean): string[] {
  const found: string[] = [];
  for (const word of text.match(/\S+\s*/g) ?? []) {
    if (fits(word.trimEnd()) && !WIDE.test(word)) found.push(word);
    else found.push(...splitWord(word));
  }
  return found;
}

function splitWord(word: string): string[] {
  const parts: string[] = [];
  for (const character of charactersOf(word)) {
    if (parts.length > 0 && (CLINGING.test(character) || /^\s/.test(character))) {
      parts[parts.length - 1] += character;
    } else {
      parts.push(character);
    }
  }
  return parts;
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const characters = charactersOf(line);
  while (characters.length > 0 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
