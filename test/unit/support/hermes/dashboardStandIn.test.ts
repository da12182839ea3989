import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { countingResult, homeOfCases } from '../../../support/hermes/countingCases.ts';
import type { Generation } from '../../../support/hermes/dashboardRows.ts';
import { DashboardStandIn } from '../../../support/hermes/dashboardStandIn.ts';
import { HermesHome } from '../../../support/hermes/hermesHome.ts';
import { RestlessHermes } from '../../../support/hermes/restlessHermes.ts';
import { appendTurn } from '../../../support/hermes/turns.ts';

interface Stats {
  readonly session_id: string;
  readonly message_count: number;
  readonly last_active: number | null;
  readonly title: string;
}

/** How the scaffold of a skill is shown, the stand-in does not know. */
const titleOf = ({ session_id, title }: Stats) =>
  /^title_(skill|bundle|nameless)/.test(session_id) ? '' : title;

const GENERATIONS = [1, 2, 3] as const satisfies readonly Generation[];

for (const generation of GENERATIONS) {
  describe(`a dashboard of generation ${generation}`, () => {
    it('knows the counting cases as they must be known', async (t) => {
      const home = await homeOfCases(t);
      new DashboardStandIn(home.dataDirectory, home.databasePath, generation).takeTurn();
      const checkpoint = JSON.parse(readFileSync(join(home.dataDirectory, 'scan_checkpoint.json'), 'utf8'));
      const { sessions } = countingResult(`g${generation}`) as { sessions: Record<string, Stats> };
      const looks = (all: Iterable<Stats>) =>
        new Map(
          [...all].map((stats) => [
            stats.session_id,
            [stats.message_count, stats.last_active, titleOf(stats)],
          ]),
        );
      const found = Object.values(checkpoint.sessions as Record<string, { stats: Stats }>).map(
        ({ stats }) => stats,
      );
      assert.deepEqual(looks(found), looks(Object.values(sessions)));
    });

    it('analyses every session once, and afterwards only what changed', async (t) => {
      const home = await HermesHome.create(t);
      const restless = new RestlessHermes(home.hermes, { seed: 'dashboard' });
      for (let step = 0; step < 60; step++) restless.step();
      const dashboard = new DashboardStandIn(home.dataDirectory, home.databasePath, generation);
      const first = dashboard.takeTurn();
      assert.deepEqual([first.rebuilt, first.analysed], [true, first.sessions]);
      assert.equal(dashboard.takeTurn().analysed, 0);
      appendTurn(
        home.hermes,
        `${home.single('SELECT id FROM sessions WHERE archived + hidden = 0')}`,
        1_790_000_000,
      );
      const { analysed, rebuilt, checkpointTouched, lostUnlocks } = dashboard.takeTurn();
      assert.deepEqual([analysed, rebuilt, checkpointTouched, lostUnlocks], [1, false, false, []]);
    });

    it('throws a checkpoint of another version away, and sees who touched its own', async (t) => {
      const home = await HermesHome.create(t);
      new RestlessHermes(home.hermes, { seed: 'dashboard' }).step();
      const dashboard = new DashboardStandIn(home.dataDirectory, home.databasePath, generation);
      dashboard.takeTurn();
      const path = join(home.dataDirectory, 'scan_checkpoint.json');
      const checkpoint = JSON.parse(readFileSync(path, 'utf8'));
      assert.equal(checkpoint.schema_version, generation);
      writeFileSync(path, JSON.stringify({ ...checkpoint, schema_version: 7 }));
      const { rebuilt, checkpointTouched, analysed, sessions } = dashboard.takeTurn();
      assert.deepEqual([rebuilt, checkpointTouched, analysed], [true, true, sessions]);
    });

    it('sees an unlock of its own that somebody lost', async (t) => {
      const home = await HermesHome.create(t);
      const dashboard = new DashboardStandIn(home.dataDirectory, home.databasePath, generation);
      dashboard.takeTurn();
      writeFileSync(join(home.dataDirectory, 'state.json'), '{"unlocks": {}}');
      assert.deepEqual(dashboard.takeTurn().lostUnlocks, ['theirs_1']);
    });
  });
}
