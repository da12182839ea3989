import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Archive } from '../../archive/archive.ts';
import { openArchive } from '../../archive/open.ts';
import type { SessionRecord } from '../../archive/session/record.ts';
import type { Run } from '../../archive/tables/runs.ts';
import { DataDirectory } from '../../files/dataDirectory.ts';
import { assertHomeFolder } from '../../hermes/home/homeFolder.ts';
import { loadDriver } from '../../hermes/sqlite/drivers/loadDriver.ts';
import { type Problem, problem } from '../../words/problem.ts';
import type { Remembered } from '../questions.ts';

/** What an archive remembers, and how much of it Hermes has deleted. */
export function rememberedIn(archive: Archive): Remembered {
  const records = [...archive.load().values()];
  const deleted = records.filter(({ goneAt }) => goneAt !== null);
  const all = workOf(records);
  return {
    sessions: records.length,
    deleted: deleted.length,
    deletedShare: all === 0 ? 0 : workOf(deleted) / all,
    setAside: setAsideBeside(archive.path),
    since: archive.memos().since ?? null,
  };
}

/** None where the folder cannot be read, or is not there. */
function setAsideBeside(path: string): string[] {
  try {
    const names = readdirSync(dirname(path)).filter((name) => SET_ASIDE.test(name));
    return names.sort().map((name) => join(dirname(path), name));
  } catch {
    return [];
  }
}

/** As `archive/salvage` calls them. */
const SET_ASIDE = /^archive\.damaged-.*\.sqlite$/;

/** What a home's archive tells of former scans and sessions. */
export interface LookBack {
  readonly runs: { readonly count: number; readonly last: readonly Run[] };
  readonly remembered: Remembered;
  /** Why nothing can be told though there may be something. */
  readonly problem: Problem | null;
}

/** Looks at a home's archive in this thread; nothing is started or written. */
export async function lookBack(home: string): Promise<LookBack> {
  const { driver } = await loadDriver();
  const directory = await DataDirectory.locate(home);
  const archive = await openArchive(directory, driver, { write: false });
  try {
    const [runs, remembered] = [archive.runs(), rememberedIn(archive)];
    const { problem: unread, path } = archive;
    const isRead = unread === null || unread.code === 'newer';
    return { runs, remembered, problem: isRead ? null : problem('file.at', unread.problem, dirname(path)) };
  } finally {
    archive.close();
  }
}

/**
 * @throws Error where there is neither a history of Hermes at this home nor anything of ours: the home is mistyped, and
 * nothing is to be made there
 */
export async function assertHomeInUse(home: string): Promise<void> {
  assertHomeFolder(home);
  const { fs, path, olderPath } = await DataDirectory.locate(home);
  for (const place of [join(home, 'state.db'), path, olderPath])
    if (place !== null && (await fs.exists(place).catch(() => true))) return;
  throw new Error(
    `There is no Hermes history at ${home}, and nothing is remembered of one: choose another home`,
  );
}

/** Messages and calls: what the figures are made of. */
function workOf(records: readonly SessionRecord[]): number {
  return records.reduce((sum, { lifetime }) => sum + lifetime.message_count + lifetime.tool_call_count, 0);
}
