import { HermesDatabaseError } from './databaseError.ts';
import { pause } from './perseverance.ts';

/** What takes long to read is begun anew so often at least … */
const ATTEMPTS = 5;
/** … and what is read in no time for as long as a lock would be waited for. */
const PATIENCE_MS = 5_000;
/** A program that starts or ends is done with its files after some such pauses. */
const PAUSE_MS = 5;

/**
 * Opens and reads anew what was changed under a read without a lock, so that it did not count. The thread stands still
 * meanwhile.
 * @param read can be done again from its beginning
 * @throws what the last try threw
 */
export function rereading<T>(read: () => T): T {
  const deadline = performance.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return read();
    } catch (error) {
      const isChanged = error instanceof HermesDatabaseError && error.code === 'changed';
      if (!isChanged || (attempt >= ATTEMPTS && performance.now() > deadline)) throw error;
      pause(PAUSE_MS);
    }
  }
}
