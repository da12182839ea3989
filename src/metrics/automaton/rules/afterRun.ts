import { isWordBefore } from '../characters.ts';
import type { Matching } from '../matching.ts';
import type { Phrase, Word } from './notation.ts';
import type { Rule } from './rule.ts';
import type { Target } from './target.ts';

const CLASS = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 128 && /[A-Za-z0-9_-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
const HYPHEN = 0x2d;

/**
 * `\b[a-z0-9_-]+` in front of a literal that holds a character outside the class (`config.json`). Such a literal is
 * the end of its run of the class, so the beginning is looked for backwards and each run is walked over once.
 */
export class AfterRun implements Rule {
  readonly target: Target;
  readonly heads: readonly Word[];

  constructor(target: Target, { parts }: Phrase) {
    this.target = target;
    this.heads = parts[1]!;
  }

  found(matching: Matching, start: number, end: number): void {
    const { text, tally } = matching;
    const from = tally.from[this.target.index]!;
    for (let at = start - 1; at >= from && CLASS[text[at]!] === 1; at--) {
      const isWord = text[at] !== HYPHEN;
      if (isWordBefore(text, at) === isWord) continue;
      // Any boundary will do: where the match begins changes neither that it counts nor where it ends.
      tally.count(this.target, end);
      return;
    }
  }
}
