import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startSession } from '../../../src/sample/operations/appending.ts';
import { inEnglish } from '../../../src/words/problem.ts';
import type { DashboardTurn } from '../../support/hermes/dashboardStandIn.ts';
import { HermesHome } from '../../support/hermes/hermesHome.ts';
import { appendTurn } from '../../support/hermes/turns.ts';
import { scannerFor } from '../../unit/scanning/support/stage.ts';

const DASHBOARD = fileURLToPath(new URL('./support/dashboard.ts', import.meta.url));
const TURNS = 500;
const SESSIONS = 12;
const FIRST_MOMENT = 1_772_600_000;

/** A history that nobody changes, and a dashboard at its work in a process of its own. */
async function besideDashboard(t: TestContext, generation: 1 | 2 | 3) {
  const home = await HermesHome.create(t);
  for (let index = 0; index < SESSIONS; index++) {
    const id = `s${index}`;
    startSession(home.hermes, {
      id,
      started_at: FIRST_MOMENT + index * 5000,
      source: 'cli',
      model: 'openai/gpt',
    });
    appendTurn(home.hermes, id, FIRST_MOMENT + index * 5000 + 1);
  }
  const args = [DASHBOARD, home.dataDirectory, home.databasePath, String(generation), String(TURNS)];
  const process_ = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const turns: DashboardTurn[] = [];
  const lines = createInterface({ input: process_.stdout });
  lines.on('line', (line) => turns.push(JSON.parse(line)));
  const ended = once(process_, 'close');
  await once(lines, 'line');
  return { home, turns, ended };
}

describe('the dashboard and we on the same files, without a lock between us', () => {
  for (const generation of [1, 2, 3] as const) {
    it(`analyse nothing twice and lose no unlock in ${TURNS} turns of generation ${generation}`, async (t) => {
      const { home, turns, ended } = await besideDashboard(t, generation);
      const counted: number[] = [];
      for (let turn = 0; turn < TURNS; turn++) {
        const historyMode = turn % 2 ? 'lifetime' : 'dashboard';
        const { scanner } = await scannerFor(t, home.path, undefined, { historyMode });
        const outcome = await scanner.scan(false);
        scanner.close();
        assert.ok(outcome.ok, outcome.ok ? '' : inEnglish(outcome.problem));
        counted.push(outcome.snapshot.scan_meta.sessions_rescanned);
      }
      const [status] = await ended;
      assert.equal(status, 0);
      assert.equal(turns.length, TURNS);
      // Each mode counts once what it has not counted; from then on nothing is counted again.
      assert.deepEqual(
        counted.slice(2).filter((sessions) => sessions > 0),
        [],
      );
      assert.deepEqual(
        turns.slice(1).filter(({ analysed, rebuilt }) => analysed > 0 || rebuilt),
        [],
      );
      assert.deepEqual(
        turns.filter(({ checkpointTouched }) => checkpointTouched),
        [],
        'we wrote its checkpoint',
      );
      assert.deepEqual(
        turns.flatMap(({ lostUnlocks }) => lostUnlocks),
        [],
      );
      const { unlocks } = JSON.parse(readFileSync(join(home.dataDirectory, 'state.json'), 'utf8'));
      assert.equal(Object.keys(unlocks).filter((id) => id.startsWith('theirs_')).length, TURNS);
    });
  }
});
