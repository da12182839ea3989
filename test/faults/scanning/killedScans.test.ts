import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fullScan } from '../../support/scanning.ts';
import { beginAtOnce, Scanning } from '../../unit/scanning/support/processes.ts';
import { addSessions, setStage } from '../../unit/scanning/support/stage.ts';

const KILLS = 200;
/** So many times as long as a scan takes, so that every moment of it is hit, on a busy machine too. */
const LONGEST_IN_SCANS = 2;

describe('scans that are killed at any moment', () => {
  it(`leave every file whole and lose no unlock, ${KILLS} times`, async (t) => {
    const { home, open, pathOf } = setStage(t);
    addSessions(home, 600, 4000);
    const started = performance.now();
    await fullScan(home.path);
    const longestMs = LONGEST_IN_SCANS * (performance.now() - started);
    const remembered = new Map<string, number>();
    let leftovers = 0;
    let finished = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      home.addMessage('many-0', { content: 'error', tool_calls: '[{"name":"text_to_speech"}]' });
      const isCold = kill % 2 === 0;
      const scanning = Scanning.window(t, home.path, ...(isCold ? ['--full'] : []));
      await beginAtOnce([scanning]);
      await sleep(Math.random() * longestMs);
      await scanning.kill();
      if (!existsSync(pathOf('.'))) continue;
      const names = readdirSync(pathOf('.'));
      leftovers += names.filter((name) => name.endsWith('-tmp')).length;
      for (const name of names) if (name.endsWith('.json')) JSON.parse(readFileSync(pathOf(name), 'utf8'));
      if (!names.includes('state.json')) continue;
      finished++;
      const { unlocks } = JSON.parse(readFileSync(pathOf('state.json'), 'utf8'));
      for (const [id, at] of remembered) assert.ok(unlocks[id]?.unlocked_at <= at, `${id} was lost`);
      for (const [id, { unlocked_at }] of Object.entries<{ unlocked_at: number }>(unlocks)) {
        remembered.set(id, unlocked_at);
      }
    }
    t.diagnostic(`${KILLS} kills, unlocks on disk after ${finished}, ${leftovers} temporary files seen`);
    const last = await open().rescan({ full: false });
    assert.deepEqual(last.aggregate, (await fullScan(home.path)).aggregate);
    assert.ok(last.scan_meta.sessions_reused > 0);
    assert.deepEqual(
      readdirSync(pathOf('.')).filter((name) => name.endsWith('-tmp')),
      [],
    );
  });
});
