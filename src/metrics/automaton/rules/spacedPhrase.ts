import { spaceLength } from '../characters.ts';
import type { Matching, Resumable } from '../matching.ts';
import type { Phrase, Word } from './notation.ts';
import type { Rule } from './rule.ts';
import type { Target } from './target.ts';
import { WordSet } from './wordSet.ts';

/**
 * Parts with white space between them, such as `git\s+(push|pull)`. A line feed is white space, so a match may begin
 * in one message and end in a later one: where a text ends before the match is decided, it is suspended. As a stretch
 * of white space has only one thing in front of it, each is walked over once, however long it is.
 */
export class SpacedPhrase implements Rule, Resumable {
  readonly target: Target;
  readonly heads: readonly Word[];
  /** Tells phrases apart in a frozen state. */
  readonly key: string;
  readonly #tails: readonly WordSet[];
  /** Whether white space must stand before each tail. */
  readonly #spaced: readonly boolean[];

  constructor(target: Target, source: string, { parts, gaps }: Phrase) {
    this.target = target;
    this.key = `${target.name} ${source}`;
    this.heads = parts[0]!;
    this.#tails = parts.slice(1).map((words) => new WordSet(words));
    this.#spaced = gaps.map((gap) => gap === 'space+');
  }

  found(matching: Matching, _start: number, end: number): void {
    this.#goOn(matching, end, 0, false);
  }

  /** Goes on at the start of the next text; the newline that joins the texts is white space. */
  resume(matching: Matching, tail: number): void {
    if (matching.tally.from[this.target.index] === 0) this.#goOn(matching, 0, tail, true);
  }

  #goOn(matching: Matching, from: number, firstTail: number, afterSpace: boolean): void {
    const { text } = matching;
    let at = from;
    let spaced = afterSpace;
    for (let tail = firstTail; tail < this.#tails.length; tail++) {
      for (let length = 0; at < text.length; at += length) {
        length = spaceLength(text, at);
        if (length === 0) break;
        spaced = true;
      }
      if (at === text.length) {
        matching.suspend(this, tail);
        return;
      }
      if (this.#spaced[tail] && !spaced) return;
      at = this.#tails[tail]!.endAt(text, at, text.length);
      if (at < 0) return;
      spaced = false;
    }
    matching.tally.count(this.target, at);
  }
}
