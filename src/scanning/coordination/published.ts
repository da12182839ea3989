import { stat } from 'node:fs/promises';
import { DataDirectory } from '../../files/dataDirectory.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { readSnapshot, SNAPSHOT_FILE } from '../../files/shared/snapshotFile.ts';

/** Ours is a tenth of this; the dashboard's holds every session and may be hundreds of times larger. */
const SMALL_BYTES = 2 * 1024 * 1024;

/**
 * The snapshot on disk, of a Hermes home.
 * @param readInWorker for a thread that must not be held up: parses a large file elsewhere
 * @returns undefined when there is none that can be read
 */
export async function readPublished(
  home: string,
  readInWorker?: () => Promise<Snapshot | null>,
): Promise<Snapshot | undefined> {
  try {
    const directory = await DataDirectory.locate(home);
    const { size } = await stat(await directory.find(SNAPSHOT_FILE));
    if (readInWorker && size > SMALL_BYTES) return (await readInWorker()) ?? undefined;
    return await readSnapshot(directory);
  } catch {
    return undefined; // none yet, none that can be read, no place that can be looked at: a scan will say why
  }
}
