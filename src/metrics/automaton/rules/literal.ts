import type { Matching } from '../matching.ts';
import type { Word } from './notation.ts';
import type { Rule } from './rule.ts';
import type { Target } from './target.ts';

/** A pattern that is nothing but a literal: found is matched. */
export class LiteralRule implements Rule {
  readonly target: Target;
  readonly heads: readonly Word[];

  constructor(target: Target, heads: readonly Word[]) {
    this.target = target;
    this.heads = heads;
  }

  found(matching: Matching, _start: number, end: number): void {
    matching.tally.count(this.target, end);
  }
}
