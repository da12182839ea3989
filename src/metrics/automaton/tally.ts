import { NEVER, type Target, type TargetList, type TextCopy } from './target.ts';

/** How often each target was met in a session, and from where on it may be met next in the text at hand. */
export class Tally {
  readonly counts: Float64Array;
  /** By target index: matches that begin before this place overlap an earlier one, or are not looked for. */
  readonly from: Int32Array;
  readonly #targets: TargetList;

  constructor(targets: TargetList) {
    this.#targets = targets;
    this.counts = new Float64Array(targets.all.length);
    this.from = new Int32Array(targets.all.length);
  }

  /** Starts on a text, looking only for the targets of one copy, or for all. */
  begin(copy: TextCopy | 'whole'): void {
    this.from.set(this.#targets.from[copy]);
    for (const { index } of this.#targets.onceASession) if (this.counts[index]! > 0) this.from[index] = NEVER;
  }

  /** Counts a match. */
  count(target: Target, end: number): void {
    this.counts[target.index]!++;
    this.from[target.index] = target.until === 'matchEnd' ? end : NEVER;
  }
}
