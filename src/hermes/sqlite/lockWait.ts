import { HermesDatabaseError } from './databaseError.ts';
import { persevering } from './perseverance.ts';

/** SQLite waits for a lock in one piece, in which nobody can be heard: who wants to be heard waits in many. */
const LOOK_AGAIN_MS = 20;

/**
 * Does what may meet a lock, waiting for it at most so long.
 * @param act waits for a lock the milliseconds it is given, or as little; can be done again from its beginning
 * @param whileLocked called again and again meanwhile; to throw ends the wait
 * @throws what the last try threw, or what `whileLocked` throws
 */
export function patiently<T>(
  act: (busyTimeoutMs: number) => T,
  busyTimeoutMs: number,
  whileLocked?: () => void,
): T {
  if (!whileLocked) return persevering(() => act(busyTimeoutMs));
  const deadline = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      return persevering(() => {
        whileLocked();
        return act(Math.min(busyTimeoutMs, LOOK_AGAIN_MS));
      });
    } catch (error) {
      const isLocked = error instanceof HermesDatabaseError && error.code === 'locked';
      if (!isLocked || performance.now() > deadline) throw error;
    }
  }
}
