import { join } from 'node:path';
import type { DataDirectory } from '../files/dataDirectory.ts';
import type { Patience } from '../files/shared/settledFile.ts';
import { errorCode } from '../files/system/fileSystem.ts';
import type { SqliteDriver } from '../hermes/sqlite/drivers/driver.ts';
import { Archive } from './archive.ts';
import { ARCHIVE_FILE } from './file/archiveProblem.ts';
import { BACKUP_FILE } from './file/backup.ts';
import { formerSessions } from './import/formerCheckpoint.ts';
import { formerRuns } from './import/formerRuns.ts';
import { formerSteps } from './import/formerUnlocks.ts';
import type { SessionRecord } from './session/record.ts';
import type { StoredRun } from './tables/runs.ts';
import type { Step } from './unlocks/step.ts';

export interface OpenArchiveOptions {
  /** False: nothing is written; whoever has not the scan lock must ask for that. */
  readonly write: boolean;
  /** How long a checkpoint is waited for that the dashboard is just writing. */
  readonly patience?: Patience;
}

/**
 * The archive of a home. Where Hermes has moved our files, what lies in the older place is taken over; what 0.1.0 kept
 * in three JSON files is taken over once, and they are left alone.
 */
export async function openArchive(
  directory: DataDirectory,
  driver: SqliteDriver,
  { write, patience }: OpenArchiveOptions,
): Promise<Archive> {
  const { olderPath } = directory;
  const others = olderPath === null ? [] : [join(olderPath, ARCHIVE_FILE), join(olderPath, BACKUP_FILE)];
  const archive = new Archive(directory.pathOf(ARCHIVE_FILE), driver, { write, others });
  await carryOver(archive, directory, patience);
  return archive;
}

/** What cannot be read today is taken over another time; and no archive is filled with it that is only locked. */
async function carryOver(archive: Archive, directory: DataDirectory, patience?: Patience): Promise<void> {
  const { imported } = archive.memos();
  if (imported !== undefined || archive.problem) return;
  let former: Former;
  try {
    former = await readFormer(directory, patience);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return;
  }
  const memos = { imported: Date.now() / 1000 };
  if (former.records.length + former.steps.length + former.runs.length === 0) {
    archive.saveLater({ memos });
    return;
  }
  const known = archive.load();
  archive.save({
    sessions: former.records.filter(({ id }) => !known.has(id)).map((record) => ({ record })),
    steps: former.steps,
    runs: archive.runs().count === 0 ? former.runs : [],
    memos,
  });
}

interface Former {
  readonly records: readonly SessionRecord[];
  readonly steps: readonly Step[];
  readonly runs: readonly StoredRun[];
}

async function readFormer(directory: DataDirectory, patience?: Patience): Promise<Former> {
  return {
    records: await formerSessions(directory, patience),
    steps: await formerSteps(directory),
    runs: await formerRuns(directory),
  };
}
