import { join } from 'node:path';
import { AGENT_SUMMARY_FILE } from './agentSummaryFile.ts';
import { WriteFailed } from './atomicFile.ts';
import { CHECKPOINT_FILE } from './checkpointFile.ts';
import type { DataDirectory } from './dataDirectory.ts';
import { isAbsent } from './fileSystem.ts';
import { SCAN_STATUS_FILE } from './scanStatusFile.ts';
import { SNAPSHOT_FILE } from './snapshotFile.ts';
import { HISTORY_FILE } from './unlockHistoryFile.ts';
import { STATE_FILE } from './unlockState.ts';

/** Unlocks last: a reset that is cut short has then lost nothing that cannot be counted again. */
const FORGOTTEN = [
  SNAPSHOT_FILE,
  AGENT_SUMMARY_FILE,
  SCAN_STATUS_FILE,
  CHECKPOINT_FILE,
  HISTORY_FILE,
  STATE_FILE,
];

/**
 * Forgets unlocks, snapshot, checkpoint and what follows from them, in both places where they may be. Files that are
 * not of this list, also damaged ones that were set aside, stay. To be called by the holder of the scan lock.
 * @throws WriteFailed for the first file that cannot be removed; the others are gone
 */
export async function forgetEverything(directory: DataDirectory): Promise<void> {
  let problem: WriteFailed | undefined;
  for (const name of FORGOTTEN) {
    // The older place first: once the newer file is gone, the older would be read instead.
    for (const place of [directory.olderPath, directory.path]) {
      if (place === null) continue;
      try {
        await directory.fs.remove(join(place, name)).catch(isAbsent);
      } catch (error) {
        problem ??= new WriteFailed(name, error, 'remove');
      }
    }
  }
  if (problem) throw problem;
}
