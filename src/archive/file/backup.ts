import { lstatSync } from 'node:fs';

/** The daily copy of the archive, beside it. */
export const BACKUP_FILE = 'archive.backup.sqlite';

/** Epoch milliseconds; undefined without a backup. */
export function backupMadeAt(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
