import type { Target } from './target.ts';

/** Beyond every place in a text. */
const NEVER = 0x7fff_ffff;

/** How often each target was met in a session, and from where on it may be met next in the text at hand. */
export class Tally {
  readonly #targets: readonly Target[];
  readonly counts: Float64Array;
  /** By target index: matches that begin before this place overlap an earlier one, or are not looked for. */
  readonly from: Int32Array;

  constructor(targets: readonly Target[]) {
    this.#targets = targets;
    this.counts = new Float64Array(targets.length);
    this.from = new Int32Array(targets.length);
  }

  /** Starts on a text, looking only for the targets of one copy, or for all. */
  begin(copy: Target['copy'] | 'all'): void {
    for (const target of this.#targets) {
      const wanted = copy === 'all' || target.copy === copy;
      const over = target.until === 'sessionEnd' && this.counts[target.index]! > 0;
      this.from[target.index] = wanted && !over ? 0 : NEVER;
    }
  }

  /** Counts a match. */
  count(target: Target, end: number): void {
    this.counts[target.index]!++;
    this.from[target.index] = target.until === 'matchEnd' ? end : NEVER;
  }
}
