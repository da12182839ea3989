import { NEVER, type Target, type TargetList, type TextCopy } from './rules/target.ts';

/** How often each target was met in a session, and from where on it may be met next in the text at hand. */
export class Tally {
  readonly counts: Float64Array;
  /** By target index: matches that begin before this place overlap an earlier one, or are not looked for. */
  readonly from: Int32Array;
  /** The same at the start of a text: `NEVER` for what is known of the session already. */
  readonly #fromStart: Int32Array;
  readonly #targets: TargetList;

  /** @param counts to go on from */
  constructor(targets: TargetList, counts?: ArrayLike<number>) {
    const size = targets.all.length;
    const memory = new ArrayBuffer(size * 16); // one for all three: it is what a small typed array costs
    this.#targets = targets;
    this.counts = new Float64Array(memory, 0, size);
    this.from = new Int32Array(memory, size * 8, size);
    this.#fromStart = new Int32Array(memory, size * 12, size);
    if (counts === undefined) return;
    this.counts.set(counts);
    for (const { index } of targets.onceASession) if (counts[index]! > 0) this.#fromStart[index] = NEVER;
  }

  /** Starts on a text, looking only for the targets of one copy, or for all. */
  begin(copy: TextCopy | 'whole'): void {
    this.from.set(this.#fromStart);
    if (copy === 'whole') return;
    for (const target of this.#targets.all) if (target.copy !== copy) this.from[target.index] = NEVER;
  }

  /** Counts a match. */
  count({ index, until }: Target, end: number): void {
    this.counts[index]!++;
    this.from[index] = until === 'matchEnd' ? end : NEVER;
    if (until === 'sessionEnd') this.#fromStart[index] = NEVER;
  }

  /** The same as it is now, to go back to. */
  copy(): Tally {
    return new Tally(this.#targets, this.counts);
  }
}
