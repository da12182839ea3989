import type { LocalDay } from '../../calendar/isoDay.ts';
import type { SqliteConnection, SqlValue, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import type { SessionUse } from '../../hermes/usage/use.ts';
import { book } from '../../usage/booking.ts';
import { lastDayOf, type UsageRecord } from '../../usage/record.ts';
import { ArchiveProblem } from '../file/archiveProblem.ts';
import { usageBody, usageFrom } from '../usage/body.ts';
import { idFrom, storedId } from './ids.ts';
import { rowSum } from './rowSum.ts';

/** What Hermes said at one moment of what a session used. */
export interface UsageReading {
  readonly use: SessionUse;
  /** Epoch seconds. */
  readonly at: number;
}

/** What is remembered of a session, with the change number under which it was put. */
export interface StoredUsage {
  readonly id: string;
  readonly change: number;
  /** The mark of what was last read (`SessionUse.mark`). */
  readonly mark: number;
  readonly record: UsageRecord;
}

const COLUMNS = 'key, change, sum, id, mark, last_day, body';
const BODY = COLUMNS.split(', ').indexOf('body');
/** Between two pieces nothing is locked: a writer need not wait until a large archive is read. */
const ROWS_AT_ONCE = 500;

/** An archive that nobody has brought up to date yet has no such table. */
function hasTable(archive: SqliteConnection): boolean {
  return (
    archive.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'usage'").get() !== undefined
  );
}

/** Earlier than any: of every day. */
export const ALL_DAYS: LocalDay = Number.MIN_SAFE_INTEGER;

/**
 * What was put after a change, everything after 0, of sessions of which anything is known on a day or later.
 * @param isNewer the archive is another version's: what cannot be read of it is passed over
 * @throws ArchiveProblem `damaged` where a row is not as it was written, or SQLite's error
 */
export function* usageSince(
  archive: SqliteConnection,
  { after, from }: { readonly after: number; readonly from: LocalDay },
  isNewer = false,
): Generator<StoredUsage, void, void> {
  if (!hasTable(archive)) return;
  const rows = archive.prepare(
    `SELECT ${COLUMNS} FROM usage WHERE key > ? AND change > ? AND last_day >= ? ORDER BY key LIMIT ${ROWS_AT_ONCE}`,
  );
  let before = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const some = rows.all(before, after, from);
    for (const row of some) {
      const key = Number(row[0]);
      // Pages that lead in a circle would be read for ever.
      if (!(key > before)) throw new ArchiveProblem('damaged');
      before = key;
      const stored = storedUsageFrom(row, isNewer);
      if (stored) yield stored;
      else if (!isNewer) throw new ArchiveProblem('damaged');
    }
    if (some.length < ROWS_AT_ONCE) return;
  }
}

/** The marks of what was last read, by session. @throws SQLite's error */
export function usageMarks(archive: SqliteConnection): Map<string, number> {
  if (!hasTable(archive)) return new Map();
  const rows = archive.prepare('SELECT id, mark FROM usage').all();
  return new Map(rows.map(([id, mark]) => [idFrom(String(id)) ?? '', Number(mark)]));
}

/** How many sessions there are by an index: a page that lost its rows but looks whole shows by that. */
export function countUsage(archive: SqliteConnection): number {
  if (!hasTable(archive)) return 0;
  return Number(archive.prepare('SELECT count(*) FROM usage INDEXED BY usage_by_id').get()?.[0]);
}

/** A row's session, if the row is as it was written; what a newer version has written is taken for that. */
export function storedUsageFrom(row: readonly SqlValue[], isNewer = false): StoredUsage | undefined {
  const [, change, sum, id, mark, lastDay, body] = row;
  if (
    typeof change !== 'number' ||
    typeof id !== 'string' ||
    typeof mark !== 'number' ||
    typeof lastDay !== 'number' ||
    typeof body !== 'string'
  )
    return undefined;
  if (!isNewer && rowSum('usage', body, id, change, mark, lastDay) !== sum) return undefined;
  const name = idFrom(id);
  const record = usageFrom(body);
  return name === undefined || !record ? undefined : { id: name, change, mark, record };
}

/**
 * Books what was read to what is remembered, session by session, within the caller's transaction: whoever has read the
 * same, or more, before, nothing is booked twice.
 * @param change under which what is another than before is put
 * @returns whether anything was
 * @throws ArchiveProblem `damaged` where a row is not as it was written, or SQLite's error
 */
export function bookUsage(
  archive: WritableConnection,
  readings: Iterable<UsageReading>,
  change: number,
): boolean {
  const isEmpty = archive.prepare('SELECT 1 FROM usage LIMIT 1').get() === undefined;
  const find = archive.prepare(`SELECT ${COLUMNS} FROM usage WHERE id = ?`);
  const put = archive.prepareWrite(PUT);
  const seen = new Set<string>();
  let isChanged = false;
  for (const { use, at } of readings) {
    const id = storedId(use.id);
    // A first scan has thousands of sessions, and nothing to look for.
    const row = isEmpty && !seen.has(id) ? undefined : find.get(id);
    seen.add(id);
    const known = row && storedUsageFrom(row);
    if (row && !known) throw new ArchiveProblem('damaged');
    const booked = book(known?.record, use, at);
    const body = usageBody(booked);
    if (row?.[BODY] === body && known?.mark === use.mark) continue;
    const lastDay = lastDayOf(booked);
    put.run(change, rowSum('usage', body, id, change, use.mark, lastDay), id, use.mark, lastDay, body);
    isChanged = true;
  }
  return isChanged;
}

const PUT = `INSERT INTO usage (change, sum, id, mark, last_day, body) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET change = excluded.change, sum = excluded.sum, mark = excluded.mark,
    last_day = excluded.last_day, body = excluded.body`;

/** Puts sessions as they are. */
export function keepUsage(archive: WritableConnection, sessions: Iterable<StoredUsage>): void {
  const put = archive.prepareWrite(PUT);
  for (const { id: name, change, mark, record } of sessions) {
    const [id, lastDay, body] = [storedId(name), lastDayOf(record), usageBody(record)];
    put.run(change, rowSum('usage', body, id, change, mark, lastDay), id, mark, lastDay, body);
  }
}

/** Forgets what was used by sessions that are not remembered themselves. */
export function forgetUsageOfOthers(archive: WritableConnection): void {
  archive.run('DELETE FROM usage WHERE id NOT IN (SELECT id FROM session)');
}
