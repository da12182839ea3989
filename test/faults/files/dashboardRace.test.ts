import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CheckpointFile } from '../../../src/files/checkpointFile.ts';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { UnlockBook } from '../../../src/files/unlockBook.ts';
import { ownEntry } from '../../unit/files/support/sessions.ts';
import { makePlace, newerPlace, olderPlace, temporaryHome } from '../../unit/files/support/temporaryHome.ts';

const DASHBOARD = fileURLToPath(new URL('./support/dashboardStandIn.ts', import.meta.url));
const TURNS = 500;
const BASE_SESSIONS = 40;

interface DashboardTurn {
  unlocked: Record<string, number>;
  reusedBase?: number;
  reusedOurs?: number;
}

/** Our side: one unlock of our own a turn, one that both have, and the checkpoint every fifth time. */
async function takeTurn(
  directory: DataDirectory,
  turn: number,
): Promise<{ loaded: number; reusedTheirs: number } | undefined> {
  const seen = [
    [`ours_${turn}`, 2000 + turn],
    [`shared_${turn}`, turn % 2 ? 200 : 100],
  ] as const;
  const outcome = await new UnlockBook().record(
    directory,
    (records) => {
      const fresh = seen.filter(([id]) => records[id] === undefined);
      return {
        news: fresh.map(([id, at]) => ({ id, kind: 'unlock', from_tier: null, to_tier: 'Copper', at })),
        records: {},
      };
    },
    { announce: true, save: true },
  );
  assert.deepEqual([outcome.problem, outcome.setAside], [null, []]);
  if (turn % 5 !== 0) return undefined;
  const file = new CheckpointFile();
  const { entries, problem } = await file.load(directory);
  assert.equal(problem, null);
  const reusedTheirs = [...entries.keys()].filter((id) => id.startsWith('theirs_')).length;
  entries.set(`ours_${turn}`, ownEntry(`ours_${turn}`));
  await file.save(directory, entries, { exists: () => true, now: turn });
  return { loaded: [...entries.keys()].filter((id) => id.startsWith('base_')).length, reusedTheirs };
}

async function race(home: string, directory: DataDirectory): Promise<void> {
  const base = Array.from({ length: BASE_SESSIONS }, (_, index) => ownEntry(`base_${index}`));
  const entries = new Map(base.map((entry) => [entry.stats.session_id, entry]));
  await new CheckpointFile().save(directory, entries, { exists: () => true, now: 1 });

  const args = [DASHBOARD, directory.path, String(TURNS), String(BASE_SESSIONS)];
  const dashboard = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const theirTurns: DashboardTurn[] = [];
  createInterface({ input: dashboard.stdout }).on('line', (line) => theirTurns.push(JSON.parse(line)));
  const ended = once(dashboard, 'close');

  const ourScans: { loaded: number; reusedTheirs: number }[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const scan = await takeTurn(await DataDirectory.locate(home), turn);
    if (scan) ourScans.push(scan);
    await sleep(Math.random() * 2);
  }
  const [status] = await ended;
  assert.equal(status, 0);
  await takeTurn(directory, TURNS);

  const { unlocks } = JSON.parse(String(await directory.read('state.json')));
  const expected = new Map<string, number>();
  for (let turn = 0; turn <= TURNS; turn++) expected.set(`ours_${turn}`, 2000 + turn);
  for (const { unlocked } of theirTurns)
    for (const [id, at] of Object.entries(unlocked)) expected.set(id, at);
  const lost = [...expected].filter(([id, at]) => !(unlocks[id]?.unlocked_at <= at));
  assert.deepEqual(lost, []);
  assert.deepEqual(
    theirTurns.filter(({ reusedBase }) => reusedBase !== undefined && reusedBase !== BASE_SESSIONS),
    [],
    'the dashboard had to analyse sessions again',
  );
  assert.deepEqual(
    ourScans.filter(({ loaded }) => loaded !== BASE_SESSIONS),
    [],
    'we had to analyse sessions again',
  );
  assert.ok(theirTurns.some(({ reusedOurs }) => (reusedOurs ?? 0) > 0));
  assert.ok(ourScans.some(({ reusedTheirs }) => reusedTheirs > 0));
}

describe('the dashboard and we on the same files, without a lock between us', () => {
  for (const [where, place] of [
    ['older', olderPlace],
    ['newer', newerPlace],
  ] as const) {
    it(`lose no unlock in ${TURNS} turns, and none forces a full rebuild, in the ${where} place`, async (t) => {
      const home = await temporaryHome(t);
      await makePlace(place(home));
      await race(home, await DataDirectory.locate(home));
    });
  }
});
