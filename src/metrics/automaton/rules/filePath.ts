import { wordLength } from '../characters.ts';
import type { Matching } from '../matching.ts';
import type { Phrase, Word } from './notation.ts';
import type { Rule } from './rule.ts';
import type { Target } from './target.ts';
import { WordSet } from './wordSet.ts';

const DOT = 0x2e;
/** `./` and `~` are shorter than any beginning with letters. */
const LONGEST_WITHOUT_LETTERS = 2;
/** By byte whether it belongs to a run; the characters beyond ASCII have to be asked for. */
const ASCII_IN_RUN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && /[\w./-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/**
 * A beginning such as `./`, a run of word characters, dots, slashes and hyphens, and the last extension in it.
 *
 * All beginnings consist of such characters but for `~`, which ends a run. So a run holds at most one path, from the
 * first beginning in it (or the `~` before it): any later beginning would share its last extension. Each run is
 * walked over once.
 */
export class FilePathRule implements Rule {
  readonly target: Target;
  readonly heads: readonly Word[];
  readonly #beginnings: WordSet;
  readonly #extensions: WordSet;

  constructor(target: Target, { parts }: Phrase) {
    this.target = target;
    // `~/` is found as `~`, whose run begins with the slash.
    this.heads = parts[0]!.filter(({ text }) => text !== '~/');
    this.#beginnings = new WordSet(this.heads, true);
    this.#extensions = new WordSet(parts[1]!, true);
  }

  found(matching: Matching, start: number, end: number): void {
    const { text, tally } = matching;
    // The automaton ignores case; paths do not. The two beginnings without letters need no second look.
    if (end - start > LONGEST_WITHOUT_LETTERS && this.#beginnings.endAt(text, start, end) < 0) return;
    const runEnd = this.#runEnd(text, end);
    tally.from[this.target.index] = runEnd;
    // At least one character stands between the beginning and the extension.
    for (let at = runEnd - 1; at > end; at--) {
      const pathEnd = text[at] === DOT ? this.#extensions.endAt(text, at, runEnd) : -1;
      if (pathEnd < 0) continue;
      matching.paths.add(matching.string(start, pathEnd));
      return;
    }
  }

  #runEnd(text: Uint8Array, from: number): number {
    let at = from;
    for (let length = 1; length > 0; at += length) {
      while (ASCII_IN_RUN[text[at]!] === 1) at++;
      length = at < text.length && text[at]! >= 0x80 ? wordLength(text, at) : 0;
    }
    return at;
  }
}
