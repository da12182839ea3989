import { plainLine } from '../artwork/plainText.ts';

/**
 * Characters that build something in Markdown. They become character references, not backslash escapes: a parser
 * resolves references only after it has found cells, links, code and HTML, and dialects disagree on a backslash
 * before a pipe. A colon in front of a letter and `@` would otherwise make bare links, `$` formulas.
 */
const BUILDING = /[&<>|\\`[\]*_~$@]|:(?=\S)/g;

/** What makes a spreadsheet read a pasted cell as a formula, in both widths. */
const FORMULA = /^[=+\-@＝＋－＠]/;

/** A text from history for the inside of a table cell or a line: one line, at most `maxLength` characters, inert. */
export function markdownText(text: string, maxLength = 120): string {
  const line = plainLine(text, maxLength);
  const quoted = FORMULA.test(line) ? `'${line}` : line;
  return quoted
    .replace(BUILDING, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

/** A table row; the cells are Markdown already. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A bar of ten blocks, readable without any rendering. */
export function textBar(percent: number): string {
  const filled = Math.floor(percent / 10);
  return '█'.repeat(filled) + '░'.repeat(10 - filled);
}
