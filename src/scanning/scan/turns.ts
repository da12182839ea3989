import { setTimeout as sleep } from 'node:timers/promises';
import type { ScanLock } from '../../files/scanLock.ts';
import type { ScanRight } from '../ownFiles/scanRight.ts';
import type { CancelFlag } from '../worker/cancelFlag.ts';

/** How often it is asked whether the one who scans has finished. */
const POLL_MS = 100;

/** A turn at a home: over all windows and processes one at a time has it. */
export class Turns {
  readonly #right: ScanRight;
  readonly #cancel: CancelFlag;

  constructor(right: ScanRight, cancel: CancelFlag) {
    this.#right = right;
    this.#cancel = cancel;
  }

  /** Acts once it is our turn. @throws ScanCancelled, and what `act` throws */
  async take<T>(act: () => Promise<T>): Promise<T> {
    return this.takeUnless(() => Promise.resolve(undefined), act);
  }

  /**
   * Acts once it is our turn, unless somebody else's turn has made that needless.
   * @param done what spares the turn; asked while another has it, and once more when it is ours
   * @throws ScanCancelled, and what `act` throws
   */
  async takeUnless<T>(done: () => Promise<T | undefined>, act: () => Promise<T>): Promise<T> {
    for (;;) {
      const lock = await this.#right.tryTake();
      if (lock) return actAndRelease(lock, async () => (await done()) ?? act());
      this.#cancel.throwIfRaised();
      await sleep(POLL_MS * (0.5 + Math.random())); // spread, so that many who wait do not all ask at once
      const spared = await done();
      if (spared !== undefined) return spared;
    }
  }

  /** Acts if nobody else has the turn. */
  async takeIfFree(act: () => Promise<void>): Promise<void> {
    const lock = await this.#right.tryTake();
    if (lock) await actAndRelease(lock, act);
  }
}

async function actAndRelease<T>(lock: ScanLock, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } finally {
    lock.release();
  }
}
