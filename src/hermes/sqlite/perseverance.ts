import { HermesDatabaseError } from './databaseError.ts';

/** Beside a writer that checkpoints, opens or closes, opening and reading can fail for milliseconds. */
const TRIES = 3;
const PAUSE_MS = 50;
/** Who has waited for a lock so long has waited enough. */
const PATIENCE_MS = 1_000;

/** What a thread that pauses waits for, in vain. */
const NEVER = new Int32Array(new SharedArrayBuffer(4));

/**
 * Does what may fail for a moment, up to three times, 50 ms apart. The thread stands still meanwhile.
 * @param act can be done again from its beginning
 * @throws what the last try threw
 */
export function persevering<T>(act: () => T): T {
  const began = performance.now();
  for (let tries = 1; ; tries++) {
    try {
      return act();
    } catch (error) {
      if (!isPassing(error) || tries === TRIES || performance.now() - began > PATIENCE_MS) throw error;
      pause(PAUSE_MS);
    }
  }
}

/** The thread stands still for so long. */
export function pause(ms: number): void {
  Atomics.wait(NEVER, 0, 0, Math.ceil(ms));
}

function isPassing(error: unknown): boolean {
  return error instanceof HermesDatabaseError && error.isPassing;
}
