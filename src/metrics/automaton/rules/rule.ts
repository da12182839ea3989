import type { Matching } from '../matching.ts';
import type { Word } from './notation.ts';
import type { Target } from './target.ts';

/** What is done where a literal is found that may begin (or be the heart of) a match. */
export interface Rule {
  readonly target: Target;
  /** The literals that the automaton looks for on behalf of this rule. */
  readonly heads: readonly Word[];
  /**
   * One of the heads is at `start`, its word boundaries hold, and the target may begin there.
   * @param end where the head ends
   */
  found(matching: Matching, start: number, end: number): void;
}
