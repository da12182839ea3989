import type { SqliteDriver, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import { countSessions, sessionsSince } from '../tables/sessions.ts';
import { storedSteps } from '../tables/steps.ts';
import { ALL_DAYS, countUsage, usageSince } from '../tables/usage.ts';
import { ArchiveProblem, problemOf } from './archiveProblem.ts';
import { BACKUP_FILE, backupMadeAt } from './backup.ts';
import { replaceDatabase } from './build.ts';
import type { GuardedFile } from './guardedFile.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the daily care came to. */
export type Care =
  /** It is not yet time, or there is nothing to care for. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'copied' }
  /** The archive is as it was; why there is no new copy of it is in words. */
  | { readonly kind: 'failed'; readonly problem: ArchiveProblem };

/**
 * Once a day: looks at every row of an archive, and copies it as it is at this moment, by SQLite itself. The former copy
 * stays until the new one is whole. A clock that was put back does not put it off.
 * @param now epoch milliseconds
 */
export function careFor(guarded: GuardedFile, driver: SqliteDriver, backup: string, now: number): Care {
  const madeAt = backupMadeAt(backup);
  if (madeAt !== undefined && Math.abs(now - madeAt) < DAY_MS) return { kind: 'nothing' };
  const isWhole = guarded.maintain((archive) => {
    assertWhole(archive);
    return true;
  });
  if (!isWhole) return guarded.problem ? { kind: 'failed', problem: guarded.problem } : { kind: 'nothing' };
  try {
    guarded.file.maintain((archive) =>
      replaceDatabase(backup, (temporary) => archive.run('VACUUM INTO ?', temporary)),
    );
    return { kind: 'copied' };
  } catch (error) {
    const problem = problemOf(error, driver, BACKUP_FILE);
    if (!problem) throw error;
    return { kind: 'failed', problem };
  }
}

/** @throws ArchiveProblem `damaged`, or SQLite's error */
function assertWhole(archive: WritableConnection): void {
  if (archive.prepare('PRAGMA quick_check(1)').get()?.[0] !== 'ok') throw new ArchiveProblem('damaged');
  let count = 0;
  for (const _ of sessionsSince(archive, 0)) count++;
  if (count !== countSessions(archive)) throw new ArchiveProblem('damaged');
  storedSteps(archive);
  let used = 0;
  for (const _ of usageSince(archive, { after: 0, from: ALL_DAYS })) used++;
  if (used !== countUsage(archive)) throw new ArchiveProblem('damaged');
}
