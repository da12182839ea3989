import { setTimeout as sleep } from 'node:timers/promises';
import { HermesDatabaseError } from '../../hermes/sqlite/databaseError.ts';

/** How often a scan starts over because the file was replaced or rewritten under it, before it gives up. */
const MOST = 5;
/** How long it is left alone before the next attempt, times the attempts made. */
const PAUSE_MS = 40;

/**
 * Attempts it anew where the history was changed under an attempt.
 * @param startOver before each further attempt; to throw ends them
 * @throws what the last attempt throws, and what `startOver` throws
 */
export async function restarting<T>(attempt: () => Promise<T>, startOver: () => void): Promise<T> {
  for (let made = 1; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isChanged(error) || made === MOST) throw error;
      startOver();
      await sleep(PAUSE_MS * made);
    }
  }
}

/** What was read does not count; it can be read again at once. */
export function isChanged(error: unknown): boolean {
  return error instanceof HermesDatabaseError && error.code === 'changed';
}
