import type { SqliteConnection, SqlValue, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import { rowSum } from './rowSum.ts';

/** What there is one of in an archive. The order is for ever: a memo's place is its key. */
const MEMOS = ['since', 'generation', 'epoch', 'change', 'imported', 'version', 'usage'] as const;

/**
 * `since`: epoch seconds, from when on sessions are remembered. `generation`: of the dashboard, as last seen. `epoch`:
 * rises whenever sessions are forgotten. `change`: a change number at
 * least as high as any that was ever given. `imported`: epoch seconds,
 * when the files of 0.1.0 were carried over. `version`: the schema's, once more, where its sum guards it. `usage`: epoch seconds, from
 * when on it is remembered what sessions used.
 */
export type Memo = (typeof MEMOS)[number];
export type Memos = Partial<Record<Memo, number>>;

export function storedMemos(archive: SqliteConnection): Memos {
  const rows = archive.prepare('SELECT key, sum, body FROM memo').all();
  return Object.fromEntries(
    rows.flatMap((row) => memoFromRow(row) ?? []).map(({ memo, value }) => [memo, value]),
  );
}

/** A row's memo, if the row is as it was written. */
export function memoFromRow([key, sum, body]: readonly SqlValue[]):
  | { memo: Memo; value: number }
  | undefined {
  if (typeof key !== 'number' || typeof body !== 'string' || rowSum('memo', body, key) !== sum)
    return undefined;
  const memo = MEMOS[key];
  try {
    const [name, value] = JSON.parse(body);
    return memo !== undefined && memo === name && Number.isFinite(value) ? { memo, value } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes what is another value than before. */
export function putMemos(archive: WritableConnection, memos: Memos): void {
  const known = storedMemos(archive);
  for (const [key, memo] of MEMOS.entries()) {
    const value = memos[memo];
    if (value === undefined || value === known[memo]) continue;
    const body = JSON.stringify([memo, value]);
    archive.run(
      'INSERT OR REPLACE INTO memo (key, sum, body) VALUES (?, ?, ?)',
      key,
      rowSum('memo', body, key),
      body,
    );
  }
}
