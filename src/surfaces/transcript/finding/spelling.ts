import type { Word } from '../../../metrics/automaton/rules/notation.ts';

/** A word character as Python sees it: letters, numbers, underscore; no combining marks. */
const WORD_CHARACTER = '[\\p{L}\\p{N}_]';
/** White space as Python sees it: with U+001C to U+001F and U+0085, without U+FEFF. */
export const WHITE_SPACE =
  '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

/** What Python takes for a letter where case is ignored, besides its two ASCII cases. */
const FOLDED: Readonly<Record<string, string>> = { i: '\u0130\u0131', s: '\u017f', k: '\u212a' };
/** The same where the text is lower-cased first. */
const LOWERED: Readonly<Record<string, string>> = { k: '\u212a' };

export interface Spelling {
  /** The text is lower-cased and then matched as is, so U+017F does not count as `s`. */
  readonly lowered?: boolean;
  readonly wholeWord?: boolean;
}

/**
 * The source of a regular expression (flag `u`) for one of several words, in the order given. Case is spelled out,
 * because JavaScript's own folding pairs other letters than Python's.
 */
export function anyWord(
  words: readonly Word[],
  { lowered = false, wholeWord = false }: Spelling = {},
): string {
  const sources = words.map(({ text, before, after }) => {
    const start = before || wholeWord ? edge('<', text.at(0)!) : '';
    const end = after || wholeWord ? edge('', text.at(-1)!) : '';
    return `${start}${Array.from(text, (letter) => spelled(letter, lowered)).join('')}${end}`;
  });
  return `(?:${sources.join('|')})`;
}

/** A word boundary beside a character that is known. */
function edge(direction: '<' | '', beside: string): string {
  const isWord = /[\p{L}\p{N}_]/u.test(beside);
  return `(?${direction}${isWord ? '!' : '='}${WORD_CHARACTER})`;
}

function spelled(letter: string, lowered: boolean): string {
  if (/[a-z]/.test(letter)) {
    return `[${letter}${letter.toUpperCase()}${(lowered ? LOWERED : FOLDED)[letter] ?? ''}]`;
  }
  return /[\^$\\.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter;
}
