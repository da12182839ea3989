import * as v from 'valibot';
import type { SqliteConnection, SqlValue, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import { rowSum } from './rowSum.ts';

/** How many runs are remembered; each has a row of its own, which its hundredth successor takes over. */
export const KEPT_RUNS = 100;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Moment = v.nullable(v.pipe(v.number(), v.finite()));

const RunSchema = v.object({
  /** The how many-th run of this home it was, from 1 on. */
  number: Count,
  /** Epoch seconds; null of a run that an earlier version took down without it. */
  startedAt: Moment,
  finishedAt: Moment,
  durationMs: v.pipe(v.number(), v.finite(), v.minValue(0)),
  /** Null where an earlier version did not take it down. */
  mode: v.fallback(v.nullable(v.picklist(['full', 'incremental'])), null),
  /** Sessions that there were, those that were counted, and the messages read for it. */
  sessions: v.fallback(v.nullable(Count), null),
  rescanned: v.fallback(v.nullable(Count), null),
  messages: v.fallback(v.nullable(Count), null),
  /** One line for people; null when it went well. */
  error: v.fallback(v.nullable(v.string()), null),
});

/** One scan that has ended, as it is remembered. */
export type StoredRun = Readonly<v.InferOutput<typeof RunSchema>>;
/** One scan that has ended; without a number, the next. */
export type Run = Omit<StoredRun, 'number'> & { readonly number?: number };

/** The last hundred at most, latest last. Rows that make no sense are passed over: no figure hangs on them. */
export function storedRuns(archive: SqliteConnection): StoredRun[] {
  const rows = archive.prepare('SELECT slot, sum, body FROM run').all();
  return rows.flatMap((row) => runFromRow(row) ?? []).sort((a, b) => a.number - b.number);
}

/** A row's run, if the row is as it was written. */
export function runFromRow([, sum, body]: readonly SqlValue[]): StoredRun | undefined {
  if (typeof body !== 'string' || rowSum('run', body) !== sum) return undefined;
  try {
    const { success, output } = v.safeParse(RunSchema, JSON.parse(body));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}

/** Puts runs behind those that are there. */
export function putRuns(archive: WritableConnection, runs: readonly Run[]): void {
  if (runs.length === 0) return;
  const stored = storedRuns(archive).slice(-1);
  for (const run of numbered([...stored, ...runs])
    .slice(stored.length)
    .slice(-KEPT_RUNS))
    keepRun(archive, run);
}

/** A run that has no number yet follows the one before it. */
export function numbered(runs: readonly Run[]): StoredRun[] {
  let last = 0;
  return runs.map((run) => {
    last = run.number ?? last + 1;
    return { ...run, number: last };
  });
}

/** Puts a run under the number that it has. */
export function keepRun(archive: WritableConnection, run: StoredRun): void {
  const body = JSON.stringify(run);
  archive.run(
    'INSERT OR REPLACE INTO run (slot, sum, body) VALUES (?, ?, ?)',
    run.number % KEPT_RUNS,
    rowSum('run', body),
    body,
  );
}
