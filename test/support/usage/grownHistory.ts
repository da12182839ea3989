import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { openArchive } from '../../../src/archive/open.ts';
import { dayOfIso } from '../../../src/calendar/isoDay.ts';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { Random } from '../../../src/sample/random.ts';
import type { Grouping } from '../../../src/usage/groups.ts';
import type { UsageReport } from '../../../src/usage/report.ts';
import type { UsageFigures } from '../../../src/usage/sums.ts';
import { inEnglish } from '../../../src/words/problem.ts';
import { scannerFor } from '../../unit/scanning/support/stage.ts';
import { HermesHome } from '../hermes/hermesHome.ts';
import { RestlessUse, type Used } from './restlessUse.ts';

const STEPS = 20;
const EVER = { since: dayOfIso('1970-01-02')!, until: dayOfIso('2100-01-01')! };
const DAY_MS = 86_400_000;

type Window = Awaited<ReturnType<typeof scannerFor>>['scanner'];

/**
 * Grows a made-up history in steps, with scans of one or two windows in between that stay or begin anew, pruning, and a
 * clock that is set forward and back. What is remembered must then be what Hermes' counters say, with what was pruned.
 */
export async function assertNothingIsLostOrBookedTwice(t: TestContext, seed: string): Promise<void> {
  const random = new Random(seed);
  const home = await HermesHome.create(t, { journalMode: random.chance(0.2) ? 'delete' : 'wal', seed });
  let clock = Date.now();
  t.mock.timers.enable({ apis: ['Date'], now: clock });
  const use = new RestlessUse(
    () => home.connection,
    random,
    () => clock / 1000,
  );
  const done: string[] = [];
  const windows: Window[] = [];
  const opened = async (): Promise<Window> => {
    const { scanner } = await scannerFor(t, home.path);
    windows.push(scanner);
    return scanner;
  };
  const scan = async (): Promise<Window> => {
    // Two scans are never of the same moment.
    clock += random.chance(0.15) ? random.int(-3 * DAY_MS, 3 * DAY_MS) : random.int(1_000, 60_000);
    t.mock.timers.setTime(clock);
    if (windows.length > 0 && random.chance(0.2))
      windows.splice(random.int(0, windows.length - 1), 1)[0]!.close();
    const window =
      windows.length < 2 && random.chance(0.5) ? await opened() : (windows.at(-1) ?? (await opened()));
    windows.reverse();
    const outcome = await window.scan(random.chance(0.05));
    assert.ok(outcome.ok, outcome.ok ? '' : inEnglish(outcome.problem));
    return window;
  };
  for (let step = 0; step < STEPS; step++) {
    for (let times = random.int(1, 4); times > 0; times--) done.push(use.step());
    if (random.chance(0.1)) await home.work();
    if (!random.chance(0.8)) continue;
    await scan();
    if (random.chance(0.25)) done.push(use.prune());
  }
  const window = await scan();
  const told = `seed ${seed}: ${done.join('; ')}`;
  const ask = async (by: Grouping): Promise<UsageReport> =>
    (await window.ask({ kind: 'usage', period: { range: EVER }, by })).report;
  const expected = use.used();
  const bySession = new Map((await ask('session')).rows.map((row) => [row.key, row]));
  assert.deepEqual([...bySession.keys()].sort(), [...expected.keys()].sort(), told);
  for (const [id, used] of expected) assertSame(bySession.get(id)!, used, `${id} of ${told}`);
  const all = [...expected.values()].reduce((sum, used) => sum.map((one, place) => one + used[place]!), ZERO);
  await assertSameDollars(home.path, expected, told);
  for (const by of ['day', 'week', 'month', 'model', 'provider', 'source', 'project', 'task'] as const) {
    const { rows, totals } = await ask(by);
    assertSame(totals, all, `all ${told}`);
    const sums = rows
      .map(countersOf)
      .reduce((sum, one) => sum.map((value, place) => value + one[place]!), ZERO);
    assert.deepEqual(sums.slice(0, COUNTERS), all.slice(0, COUNTERS), `by ${by} of ${told}`);
  }
}

/** Reasoning is not among them: where it alone is left over, it is dropped. */
const COUNTERS = 5;
const [ESTIMATED, ACTUAL] = [6, 7];
const ZERO: Used = Array(8).fill(0);
/** Less than a millionth is rounding, at each of the steps. */
const MOST_ROUNDING = STEPS * 0.000005;

/** In the order in which Hermes' own are given. */
function countersOf({ input, output, cache_read, cache_write, api_calls }: UsageFigures): Used {
  return [input, output, cache_read, cache_write, api_calls];
}

function assertSame(row: UsageFigures, used: Used, of: string): void {
  assert.deepEqual(countersOf(row), used.slice(0, COUNTERS), of);
}

/** Which dollars are shown hangs on their kind; all of them are remembered. */
async function assertSameDollars(
  home: string,
  expected: ReadonlyMap<string, Used>,
  of: string,
): Promise<void> {
  const { driver } = await loadDriver();
  const archive = await openArchive(await DataDirectory.locate(home), driver, { write: false });
  for (const [id, { units }] of archive.usage.records()) {
    const days = units.flatMap((unit) => unit.days.map(({ amounts }) => amounts));
    for (const [cost, place] of [
      ['estimated', ESTIMATED],
      ['actual', ACTUAL],
    ] as const) {
      const booked = days.reduce((sum, amounts) => sum + (amounts[cost] ?? 0), 0);
      const difference = Math.abs(booked - expected.get(id)![place]!);
      assert.ok(difference < MOST_ROUNDING, `${cost} of ${id} is off by ${difference}: ${of}`);
    }
  }
  archive.close();
}
