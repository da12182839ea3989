import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import {
  type SampleOptions,
  type SampleReport,
  writeSampleHome,
} from '../../../src/sample/writeSampleHome.ts';

/** Runs `use` with the path of a folder that does not exist yet, and removes it afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T> | T): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'sample-'));
  try {
    return await use(join(parent, 'home'));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** Writes a sample, runs `use` on its opened database, and removes both. */
export function withSample<T>(
  options: Omit<SampleOptions, 'output'>,
  use: (database: Database, report: SampleReport, home: string) => Promise<T> | T,
): Promise<T> {
  return withFolder(async (home) => {
    const report = await writeSampleHome({ ...options, output: home });
    const database = new Sqlite(join(home, 'state.db'), { readonly: true });
    try {
      return await use(database, report, home);
    } finally {
      database.close();
    }
  });
}

/** The first column of the first row. */
export const single = (database: Database, sql: string): unknown => database.prepare(sql).pluck().get();

/** A digest of every row of every table that holds history. */
export function contents(database: Database): string {
  const hash = createHash('sha256');
  for (const table of ['sessions', 'messages', 'session_model_usage']) {
    for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().iterate()) {
      hash.update(JSON.stringify(row));
    }
  }
  return hash.digest('hex');
}
