import { join } from 'node:path';
import type { DataDirectory } from './dataDirectory.ts';
import { AGENT_SUMMARY_FILE } from './shared/agentSummaryFile.ts';
import { SNAPSHOT_FILE } from './shared/snapshotFile.ts';
import { STATE_FILE } from './shared/unlockState.ts';
import { WriteFailed } from './system/atomicFile.ts';
import { isAbsent, notOurs } from './system/fileSystem.ts';

/** The unlocks that 0.1.0 kept, from which an archive that was lost would take them again. */
const FORMER_UNLOCKS_FILE = 'unlock_history.json';

/** Unlocks last: a reset that is cut short has then lost nothing that cannot be made again. */
const FORGOTTEN = [SNAPSHOT_FILE, AGENT_SUMMARY_FILE, FORMER_UNLOCKS_FILE, STATE_FILE];

/**
 * Forgets unlocks and what follows from them, in both places where they may be. All other files stay. To be called by
 * the holder of the scan lock.
 * @throws WriteFailed for the first file that cannot be removed; the others are gone
 */
export async function forgetUnlocks(directory: DataDirectory): Promise<void> {
  let problem: WriteFailed | undefined;
  for (const name of FORGOTTEN) {
    // The older place first: once the newer file is gone, the older would be read instead.
    for (const place of [directory.olderPath, directory.path]) {
      if (place === null) continue;
      try {
        const foreign = await directory.fs.foreignness(join(place, name));
        if (foreign) throw notOurs(foreign);
        await directory.fs.remove(join(place, name)).catch(isAbsent);
      } catch (error) {
        problem ??= new WriteFailed(name, error, 'remove');
      }
    }
  }
  if (problem) throw problem;
}
