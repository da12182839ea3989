import { setTimeout as sleep } from 'node:timers/promises';
import { HermesDatabaseError } from '../../hermes/sqlite/databaseError.ts';
import type { HistoryFile } from '../changes/historyFile.ts';
import type { CancelFlag } from '../worker/cancelFlag.ts';

/** How often a scan starts over because the file was replaced or rewritten under it, before it gives up. */
const MAX_RESTARTS = 5;
/** How long it is left alone before the next attempt, times the attempts made. */
const RESTART_PAUSE_MS = 40;
/** Reads, and begins anew where the file was replaced or rewritten meanwhile. @throws ScanCancelled, and what `read` throws */
export async function persevering<T>(
  history: HistoryFile,
  cancel: CancelFlag,
  read: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (!isChanged(error) || attempt === MAX_RESTARTS) throw error;
      history.close();
      cancel.throwIfRaised();
      await sleep(RESTART_PAUSE_MS * attempt);
    }
  }
}

/** What was read does not count. */
export function isChanged(error: unknown): boolean {
  return error instanceof HermesDatabaseError && error.code === 'changed';
}
