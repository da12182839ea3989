import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import type { Snapshot } from '../../../src/files/shared/snapshot.ts';
import type { Aggregate } from '../../../src/metrics/session/stats.ts';
import { inEnglish } from '../../../src/words/problem.ts';
import { HermesHome, type JournalMode } from '../../support/hermes/hermesHome.ts';
import { type Removals, RestlessHermes } from '../../support/hermes/restlessHermes.ts';
import { scannerFor } from '../../unit/scanning/support/stage.ts';

const OPERATIONS = 500;
/** A first scan of everything is held against the incremental ones every so often. */
const COMPARED_EVERY = 10;
/** A session has the model of its row: which one it had before, no history tells. */
const WITHOUT = ['other model'];

/** A scan by a window that stays open, or by one that is new. */
async function scannerOf(t: TestContext, home: string): Promise<() => Promise<Snapshot>> {
  const { scanner } = await scannerFor(t, home);
  return async () => {
    const outcome = await scanner.scan(false);
    assert.ok(outcome.ok, outcome.ok ? '' : inEnglish(outcome.problem));
    return outcome.snapshot;
  };
}

/** What a scan of a history says that nobody has scanned before; nothing is written. */
async function firstScan(t: TestContext, home: string): Promise<Snapshot> {
  const { scanner } = await scannerFor(t, home, () => undefined, { save: false });
  const outcome = await scanner.scan(false);
  scanner.close();
  assert.ok(outcome.ok);
  return outcome.snapshot;
}

function fallen(before: Aggregate, now: Aggregate): string[] {
  const metrics = Object.keys(now) as (keyof Aggregate)[];
  return metrics.filter((metric) => now[metric] < before[metric]);
}

/** What a snapshot says of the history, without what is of the scan. */
function told({ aggregate, days, achievements }: Snapshot) {
  return { aggregate, days, reached: achievements.map(({ id, reached }) => ({ id, reached })) };
}

describe('a history that Hermes changes without rest, and what is remembered of it', () => {
  for (const { what, removals, journalMode } of [
    { what: 'nothing is ever deleted', removals: 'none', journalMode: 'wal' },
    { what: 'sessions are deleted', removals: 'sessions', journalMode: 'wal' },
    { what: 'sessions are deleted, with a rollback journal', removals: 'sessions', journalMode: 'delete' },
  ] satisfies { what: string; removals: Removals; journalMode: JournalMode }[]) {
    it(`never falls, and equals a first scan of a history in which all is still there, where ${what}`, async (t) => {
      const seed = randomUUID();
      const home = await HermesHome.create(t, { journalMode });
      const faithful = await HermesHome.create(t, { journalMode });
      const restless = new RestlessHermes(home.hermes, {
        seed,
        removals,
        without: WITHOUT,
        faithful: faithful.hermes,
      });
      const scan = await scannerOf(t, home.path);
      const done: string[] = [];
      let before: Snapshot | undefined;
      for (let operation = 1; operation <= OPERATIONS; operation++) {
        done.push(restless.step());
        const now = await scan();
        const last = `seed ${seed}, operation ${operation}, ${done.slice(-3).join('; ')}`;
        if (before) assert.deepEqual(fallen(before.aggregate, now.aggregate), [], last);
        before = now;
        if (operation % COMPARED_EVERY === 0)
          assert.deepEqual(told(now), told(await firstScan(t, faithful.path)), last);
      }
      t.diagnostic(`${OPERATIONS} operations, seed ${seed}`);
    });
  }

  it('never falls where messages are deleted too', async (t) => {
    const seed = randomUUID();
    const home = await HermesHome.create(t);
    const restless = new RestlessHermes(home.hermes, { seed, removals: 'all', without: WITHOUT });
    let scan = await scannerOf(t, home.path);
    let before: Snapshot | undefined;
    for (let operation = 1; operation <= OPERATIONS; operation++) {
      const what = restless.step();
      if (operation % 50 === 0) scan = await scannerOf(t, home.path);
      const now = await scan();
      if (before)
        assert.deepEqual(
          fallen(before.aggregate, now.aggregate),
          [],
          `seed ${seed}, operation ${operation}, ${what}`,
        );
      before = now;
    }
    t.diagnostic(`${OPERATIONS} operations, seed ${seed}`);
  });
});
