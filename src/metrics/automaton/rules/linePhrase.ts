import type { Matching, RestOfLine } from '../matching.ts';
import type { Phrase, Word } from './notation.ts';
import type { Rule } from './rule.ts';
import type { Target } from './target.ts';
import { WordSet } from './wordSet.ts';

/**
 * Parts with `.*` between them, such as `docker.*(name|container).*already`. Greedy as `.*` is, a match ends with the
 * last of the last part on its line, so the line is searched from its end. No head on the line has to search again:
 * whether it begins a match depends only on where the first of the remaining parts stands last.
 */
export class LinePhrase implements Rule {
  readonly target: Target;
  readonly heads: readonly Word[];
  /** Where a `Matching` keeps what this rule knows of the line at hand. */
  readonly slot: number;
  readonly #tails: readonly WordSet[];

  constructor(target: Target, slot: number, { parts }: Phrase) {
    this.target = target;
    this.slot = slot;
    this.heads = parts[0]!;
    this.#tails = parts.slice(1).map((words) => new WordSet(words));
  }

  found(matching: Matching, _start: number, end: number): void {
    const rest = matching.lines[this.slot]!;
    if (end > rest.end) this.#search(matching.text, end, rest);
    if (end <= rest.lastHeadEnd) matching.tally.count(this.target, rest.matchEnd);
  }

  #search(text: Uint8Array, from: number, rest: RestOfLine): void {
    const lineFeed = text.indexOf(0x0a, from);
    rest.end = lineFeed < 0 ? text.length : lineFeed;
    rest.lastHeadEnd = rest.end;
    for (let index = this.#tails.length - 1; index >= 0; index--) {
      const tail = this.#tails[index]!;
      const at = tail.lastIn(text, from, rest.lastHeadEnd);
      if (index === this.#tails.length - 1) rest.matchEnd = at < 0 ? -1 : tail.endAt(text, at, rest.end);
      rest.lastHeadEnd = at;
      if (at < 0) return;
    }
  }
}
