import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { removeLeftovers } from '../../../src/files/system/leftovers.ts';
import { olderPlace, temporaryHome } from '../../unit/files/support/temporaryHome.ts';

const WRITER = fileURLToPath(new URL('./support/writer.ts', import.meta.url));
const KILLS = 200;
/** Longer than one turn of the writer, so that every step of it is hit. */
const LONGEST_MS = 40;

/** @returns the last turn that the writer said it had stored */
async function writeUntilKilled(home: string, firstTurn: number, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [WRITER, home, String(firstTurn)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let last = firstTurn - 1;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    last = Number(line);
  });
  await once(lines, 'line');
  await sleep(afterMs);
  child.kill('SIGKILL');
  await exited;
  return last;
}

describe('a writer that is killed at any moment', () => {
  it(`leaves every file whole and loses no unlock, ${KILLS} times`, async (t) => {
    const home = await temporaryHome(t);
    const place = olderPlace(home);
    let turn = 0;
    let leftovers = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const stored = await writeUntilKilled(home, turn, Math.random() * LONGEST_MS);
      for (const name of await readdir(place)) {
        if (name.endsWith('.json')) JSON.parse(await readFile(join(place, name), 'utf8'));
      }
      const { unlocks } = JSON.parse(await readFile(join(place, 'state.json'), 'utf8'));
      for (let earlier = 0; earlier <= stored; earlier++)
        assert.equal(unlocks[`badge_${earlier}`].unlocked_at, earlier + 1);
      leftovers += await removeLeftovers(await DataDirectory.locate(home));
      // A journal is what SQLite rolls back at the next opening.
      const whole = (await readdir(place)).filter((name) => !name.endsWith('-journal'));
      assert.deepEqual(whole.sort(), ['archive.sqlite', 'scan_snapshot.json', 'state.json']);
      // The turn that was cut short may be stored or not; doing it again changes nothing then.
      turn = stored + 1;
    }
    t.diagnostic(`${KILLS} kills over ${turn} turns, ${leftovers} temporary files left behind and removed`);
    assert.notEqual(leftovers, 0, 'no kill hit a write: the test would prove nothing');
  });
});
