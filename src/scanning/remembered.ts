import { dirname } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/openArchive.ts';
import type { Run } from '../archive/runTable.ts';
import type { SessionRecord } from '../archive/sessionRecord.ts';
import { DataDirectory } from '../files/dataDirectory.ts';
import { loadDriver } from '../hermes/sqlite/loadDriver.ts';
import type { Remembered } from './questions.ts';

/** What an archive remembers, and how much of it Hermes has deleted. */
export function rememberedIn(archive: Archive): Remembered {
  const records = [...archive.load().values()];
  const deleted = records.filter(({ goneAt }) => goneAt !== null);
  const all = workOf(records);
  return {
    sessions: records.length,
    deleted: deleted.length,
    deletedShare: all === 0 ? 0 : workOf(deleted) / all,
    since: archive.memos().since ?? null,
  };
}

/** What a home's archive tells of former scans and sessions. */
export interface LookBack {
  readonly runs: { readonly count: number; readonly last: readonly Run[] };
  readonly remembered: Remembered;
  /** Why nothing can be told though there may be something, in one line for people. */
  readonly problem: string | null;
}

/** Looks at a home's archive in this thread; nothing is started or written. */
export async function lookBack(home: string): Promise<LookBack> {
  const { driver } = await loadDriver();
  const directory = await DataDirectory.locate(home);
  const archive = await openArchive(directory, driver, { write: false });
  try {
    const [runs, remembered] = [archive.runs(), rememberedIn(archive)];
    const { problem, path } = archive;
    const isRead = problem === null || problem.code === 'newer';
    return { runs, remembered, problem: isRead ? null : `${problem.message} (${dirname(path)})` };
  } finally {
    archive.close();
  }
}

/** Messages and calls: what the figures are made of. */
function workOf(records: readonly SessionRecord[]): number {
  return records.reduce((sum, { lifetime }) => sum + lifetime.message_count + lifetime.tool_call_count, 0);
}
