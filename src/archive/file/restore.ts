import { constants, copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { settle } from '../../files/system/ownFile.ts';
import type { SqliteDriver, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import type { Remains } from '../salvage/remains.ts';
import { type Migration, PAGE_SIZE } from '../schema.ts';
import { putMemos } from '../tables/memos.ts';
import { keepRun } from '../tables/runs.ts';
import { keepSessions, type NumberedSession } from '../tables/sessions.ts';
import { putSteps } from '../tables/steps.ts';
import { keepUsage } from '../tables/usage.ts';
import { openToFill, replaceDatabase } from './build.ts';
import { inTransaction } from './inTransaction.ts';
import { migrate } from './migrate.ts';

const FILE_MODE = 0o600;

/**
 * Gives a damaged archive another name, so that nothing is lost that someone could still mend, and puts what is left of
 * it and of its copies in its place.
 * @returns the new name of the damaged file, without its directory; null where there was none
 * @throws ArchiveProblem, SQLite's or Node's error; the damaged file is where it was then
 */
export function restore(
  path: string,
  remains: Remains,
  driver: SqliteDriver,
  migrations: readonly Migration[],
): string | null {
  let aside: string | null = null;
  replaceDatabase(path, (temporary) => {
    const archive = openToFill(temporary, driver);
    try {
      archive.exec(`PRAGMA page_size = ${PAGE_SIZE}`);
      inTransaction(archive, () => {
        migrate(archive, migrations);
        fill(archive, remains);
      });
    } finally {
      archive.close();
    }
    aside = setAside(path);
    // Rolled back into the new file, it would damage that one.
    rmSync(`${path}-journal`, { force: true });
  });
  return aside;
}

function fill(archive: WritableConnection, { sessions, steps, runs, memos, usage }: Remains): void {
  const numbered = distinct([...sessions.values()].sort((a, b) => a.change - b.change));
  keepSessions(archive, numbered);
  putSteps(archive, steps.values());
  for (const run of [...runs.values()].sort((a, b) => a.number - b.number)) keepRun(archive, run);
  keepUsage(archive, usage.values());
  const { version: _, ...others } = memos;
  const change = [...usage.values()].reduce((last, one) => Math.max(last, one.change), others.change ?? 0);
  putMemos(archive, { ...others, change });
}

/** Of two histories of one archive, sessions may have the same number: the later ones then get new ones. */
function* distinct(sessions: readonly NumberedSession[]): Generator<NumberedSession> {
  let last = Number.NEGATIVE_INFINITY;
  for (const session of sessions) {
    last = Math.max(session.change, last + 1);
    yield { ...session, change: last };
  }
}

/** A copy: until the new file is in place, the old one stays where it is. */
function setAside(path: string): string | null {
  if (!existsSync(path)) return null;
  const stem = `${basename(path, '.sqlite')}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? `${stem}.sqlite` : `${stem}-${attempt}.sqlite`;
    const target = join(dirname(path), name);
    if (existsSync(target)) continue;
    copyFileSync(path, target, constants.COPYFILE_EXCL);
    settle(target, FILE_MODE);
    if (existsSync(`${path}-journal`)) {
      copyFileSync(`${path}-journal`, `${target}-journal`, constants.COPYFILE_EXCL);
      settle(`${target}-journal`, FILE_MODE);
    }
    return name;
  }
}
