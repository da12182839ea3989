import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Archive } from '../../../src/archive/archive.ts';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { removeLeftovers } from '../../../src/files/system/leftovers.ts';
import type { SqliteDriver } from '../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { loadNodeSqlite } from '../../../src/hermes/sqlite/drivers/nodeSqlite.ts';
import { someRecord } from '../../unit/archive/support/records.ts';
import { makePlace, olderPlace, temporaryHome } from '../../unit/files/support/temporaryHome.ts';

const WRITER = fileURLToPath(new URL('./support/writer.ts', import.meta.url));
const KILLS = 200;
/** So often a home begins anew, with an archive that is still to be migrated. */
const KILLS_A_HOME = 8;
const BATCH = 4;
const BEFORE = 400;
/** Some turns of the writer, so that every step of them is hit. */
const LONGEST_MS = 60;

const drivers: readonly SqliteDriver[] = [(await loadDriver()).driver, loadNodeSqlite()];

interface Home {
  readonly home: string;
  readonly path: string;
  readonly driver: SqliteDriver;
}

/** A home whose archive, of the version before, holds sessions of its own. */
async function home(t: TestContext, driver: SqliteDriver): Promise<Home> {
  const home = await temporaryHome(t);
  const path = join(await makePlace(olderPlace(home)), 'archive.sqlite');
  const archive = new Archive(path, driver, { write: true });
  const ids = Array.from({ length: BEFORE }, (_, index) => `before-${index}`);
  assert.equal(archive.save({ sessions: ids.map((id) => ({ record: someRecord(id) })) }), null);
  archive.close();
  return { home, path, driver };
}

/** @returns the last turn that the writer said it had stored */
async function writeUntilKilled({ path, driver }: Home, firstTurn: number, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [WRITER, path, String(firstTurn), driver.name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let last = firstTurn - 1;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (line !== 'ready') last = Number(line);
  });
  await once(lines, 'line');
  await sleep(afterMs);
  child.kill('SIGKILL');
  const [code] = await exited;
  assert.equal(code, null, 'the writer ended by itself');
  return last;
}

function assertWhole({ path, driver }: Home, lastTurn: number): void {
  // A newer version's archive to this reader, once it is migrated: each state in between would be another one.
  for (const file of [path, join(dirname(path), 'archive.backup.sqlite')].filter((file) =>
    existsSync(file),
  )) {
    const connection = driver.openWritable(file, { busyTimeoutMs: 0 });
    try {
      assert.equal(connection.prepare('PRAGMA integrity_check').get()?.[0], 'ok');
    } finally {
      connection.close();
    }
  }
  const archive = new Archive(path, driver, { write: false });
  const records = archive.load();
  const steps = new Set(archive.steps().map(({ id }) => id));
  archive.close();
  for (let index = 0; index < BEFORE; index++) assert.ok(records.has(`before-${index}`));
  for (let turn = 0; turn <= lastTurn; turn++) {
    assert.ok(steps.has(`badge_${turn}`));
    for (let index = 0; index < BATCH; index++) assert.ok(records.has(`session-${turn * BATCH + index}`));
  }
  if (lastTurn >= 0) assert.ok((records.get('session-0')?.goneAt ?? 0) > lastTurn);
}

describe('a writer of the archive that is killed at any moment', () => {
  it(`loses nothing that it said it had stored, ${KILLS} times`, async (t) => {
    let place = await home(t, drivers[0]!);
    let turn = 0;
    let [turns, journals, leftovers] = [0, 0, 0];
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % KILLS_A_HOME === 0) {
        place = await home(t, drivers[(kill / KILLS_A_HOME) % drivers.length]!);
        turn = 0;
      }
      const stored = await writeUntilKilled(place, turn, Math.random() * LONGEST_MS);
      if (readdirSync(dirname(place.path)).includes('archive.sqlite-journal')) journals++;
      assertWhole(place, stored);
      leftovers += await removeLeftovers(await DataDirectory.locate(place.home));
      const names = new Set(readdirSync(dirname(place.path)));
      names.delete('archive.backup.sqlite');
      // One that was not begun yet stays until the next write.
      names.delete('archive.sqlite-journal');
      assert.deepEqual([...names], ['archive.sqlite']);
      turns += stored + 1 - turn;
      turn = stored + 1;
    }
    t.diagnostic(`${turns} turns, ${journals} journals and ${leftovers} unfinished copies left behind`);
    assert.ok(journals > 0 && leftovers > 0, 'no kill hit a write: the test would prove nothing');
  });
});
