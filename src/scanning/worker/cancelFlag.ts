import { ProblemError, problem } from '../../words/problem.ts';

/** What a scan's errors say when it was asked to stop. */
export class ScanCancelled extends ProblemError {
  override readonly name = 'ScanCancelled';

  constructor() {
    super(problem('scan.cancelled'));
  }
}

/**
 * A stop sign that one thread raises and another sees at once, even in the middle of a long session, when it could
 * not receive a message.
 */
export class CancelFlag {
  readonly memory: SharedArrayBuffer;
  readonly #cell: Int32Array;

  /** @param memory shared with the other thread; a new one when absent */
  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.memory = memory;
    this.#cell = new Int32Array(memory);
  }

  get raised(): boolean {
    return Atomics.load(this.#cell, 0) !== 0;
  }

  raise(): void {
    Atomics.store(this.#cell, 0, 1);
  }

  lower(): void {
    Atomics.store(this.#cell, 0, 0);
  }

  /** @throws ScanCancelled if raised */
  throwIfRaised(): void {
    if (this.raised) throw new ScanCancelled();
  }
}
