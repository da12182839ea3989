import type { SqliteConnection, SqlValue, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import { ArchiveProblem } from '../file/archiveProblem.ts';
import { mergeSteps, type Step, stepFrom, stepKey } from '../unlocks/step.ts';
import { rowSum } from './rowSum.ts';

const NO_TIER = '';

/**
 * Every step, in the order in which they were recorded.
 * @param isNewer the archive is another version's: what cannot be read of it is passed over
 * @throws ArchiveProblem `damaged`, or SQLite's error
 */
export function storedSteps(archive: SqliteConnection, isNewer = false): Step[] {
  const rows = archive.prepare('SELECT key, sum, badge, tier, body FROM step ORDER BY key').all();
  const steps = rows.flatMap((row) => stepFromRow(row) ?? []);
  if (isNewer) return steps;
  // A page that lost its rows but looks whole shows by the index.
  const count = archive.prepare('SELECT count(*) FROM step INDEXED BY step_by_badge').get()?.[0];
  if (steps.length < rows.length || rows.length !== count) throw new ArchiveProblem('damaged');
  return steps;
}

/** @returns how many there were */
export function forgetStoredSteps(archive: WritableConnection): number {
  const count = Number(archive.prepare('SELECT count(*) FROM step').get()?.[0]);
  archive.run('DELETE FROM step');
  return count;
}

/** A row's step, if the row is as it was written. */
export function stepFromRow([, sum, badge, tier, body]: readonly SqlValue[]): Step | undefined {
  if (typeof badge !== 'string' || typeof tier !== 'string' || typeof body !== 'string') return undefined;
  if (rowSum('step', body, badge, tier) !== sum) return undefined;
  try {
    const [at, day, evidence, announced] = JSON.parse(body);
    return stepFrom({
      id: badge,
      tier: tier === NO_TIER ? null : tier,
      at,
      day,
      evidence,
      announced: announced === 1,
    });
  } catch {
    return undefined;
  }
}

/** Merges steps into what is known. */
export function putSteps(archive: WritableConnection, steps: Iterable<Step>): void {
  const known = new Map(storedSteps(archive).map((step) => [stepKey(step), step]));
  const put = archive.prepareWrite(`INSERT INTO step (sum, badge, tier, body) VALUES (?, ?, ?, ?)
    ON CONFLICT (badge, tier) DO UPDATE SET sum = excluded.sum, body = excluded.body`);
  for (const step of steps) {
    const before = known.get(stepKey(step));
    const merged = before ? mergeSteps(before, step) : step;
    if (merged === before) continue;
    known.set(stepKey(step), merged);
    const { id, at, day, evidence, announced } = merged;
    const tier = merged.tier ?? NO_TIER;
    const body = JSON.stringify([at, day, evidence, Number(announced)]);
    put.run(rowSum('step', body, id, tier), id, tier, body);
  }
}
