import { existsSync, rmSync } from 'node:fs';
import type { SqliteDriver, WritableConnection } from '../hermes/sqlite/drivers/driver.ts';
import { ArchiveFile } from './file/archiveFile.ts';
import type { GuardedFile } from './file/guardedFile.ts';
import { putMemos, storedMemos } from './tables/memos.ts';
import { lastChange } from './tables/sessions.ts';

/**
 * Forgets in the archive and in every copy of it, so that no damage ever brings it back.
 * @param forget says how many rows were forgotten
 * @returns how many the archive itself forgot; undefined where it could not
 */
export function forgetEverywhere(
  archive: GuardedFile,
  driver: SqliteDriver,
  { backup, others }: { readonly backup: string; readonly others: readonly string[] },
  forget: (archive: WritableConnection) => number,
): number | undefined {
  const forgotten = archive.change((connection) => forgetIn(connection, forget));
  if (forgotten === undefined) return undefined;
  for (const path of [backup, ...others]) {
    if (!existsSync(path)) continue;
    const copy = new ArchiveFile(path, driver, { write: true });
    try {
      copy.write((connection) => forgetIn(connection, forget));
    } catch {
      // A copy that remembers what the user wants forgotten is worse than none; the next one is a day away at most.
      if (path === backup) rmSync(path, { force: true });
    } finally {
      copy.close();
    }
  }
  return forgotten;
}

/** Change numbers never come again: other processes would take new sessions for what they know. */
function forgetIn(archive: WritableConnection, forget: (archive: WritableConnection) => number): number {
  const { epoch = 0 } = storedMemos(archive);
  putMemos(archive, { epoch: epoch + 1, change: lastChange(archive) });
  return forget(archive);
}
