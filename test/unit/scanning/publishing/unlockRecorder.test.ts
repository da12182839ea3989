import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { UnlockChanges } from '../../../../src/badges/unlocks/detect.ts';
import type { UnlockRecords } from '../../../../src/badges/unlocks/record.ts';
import { nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { OwnFiles } from '../../../../src/scanning/ownFiles/ownFiles.ts';
import { type RecordedUnlocks, UnlockRecorder } from '../../../../src/scanning/publishing/unlockRecorder.ts';
import { olderPlace, temporaryHome } from '../../files/support/temporaryHome.ts';

const { driver } = await loadDriver();

async function openRecorder(t: TestContext) {
  const home = await temporaryHome(t);
  const voice = { emit: () => undefined, log: () => undefined, notice: () => undefined };
  const files = new OwnFiles(home, { save: true }, driver, voice);
  t.after(() => files.archives.close());
  const recorder = new UnlockRecorder(files, voice);
  const record = async (detect: (known: UnlockRecords) => UnlockChanges): Promise<RecordedUnlocks> => {
    (await files.right.tryTake())?.release();
    return recorder.record({ detect, dayOf: () => 20_000, takePending: () => [] });
  };
  return { home, recorder, record, statePath: join(olderPlace(home), 'state.json') };
}

/** What a scan finds whose figures unlock one badge. */
function unlocks(id: string): (known: UnlockRecords) => UnlockChanges {
  return (known) => {
    if (known[id]) return { news: [], records: {} };
    const record = { unlocked_at: 1_750_000_000, first_tier: 'Copper', evidence: null } as const;
    const news = { id, kind: 'unlock', from_tier: null, to_tier: 'Copper', at: 1_750_000_000 } as const;
    return { news: [news], records: { [id]: record } };
  };
}

/** The dashboard notes an unlock of its own, in place. */
function dashboardUnlocks(statePath: string, id: string): void {
  const state = existsSync(statePath) ? JSON.parse(readFileSync(statePath, 'utf8')) : { unlocks: {} };
  state.unlocks[id] = { unlocked_at: 1_740_000_000, first_tier: 'Gold', evidence: null };
  mkdirSync(dirname(statePath), { recursive: true });
  writeFileSync(statePath, JSON.stringify(state));
}

/** No disk takes another file from now on. @returns gives the disk room again */
function fillDisk(t: TestContext): () => void {
  const create = t.mock.method(nodeFileSystem, 'create', async () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  return () => create.mock.restore();
}

describe('unlocks that are remembered from one scan to the next', () => {
  for (const [when, scansBefore] of [
    ['for the first time', 0],
    ['again', 2],
  ] as const) {
    it(`are read again when the dashboard wrote while they were recorded ${when}`, async (t) => {
      const { record, statePath } = await openRecorder(t);
      for (let scan = 0; scan < scansBefore; scan++) await record(unlocks('ours'));
      await record((known) => {
        dashboardUnlocks(statePath, 'theirs');
        return unlocks('ours')(known);
      });
      const { records } = await record(unlocks('ours'));
      assert.deepEqual(Object.keys(records).sort(), ['ours', 'theirs']);
    });
  }

  it('are read again when somebody else has reset them', async (t) => {
    const { home, record } = await openRecorder(t);
    for (const _ of [1, 2]) await record(unlocks('ours'));
    rmSync(olderPlace(home), { recursive: true });
    const { records } = await record(() => ({ news: [], records: {} }));
    assert.deepEqual(records, {});
  });

  it('are read again when the dashboard wrote before news of them was claimed', async (t) => {
    const { recorder, record, statePath } = await openRecorder(t);
    for (const _ of [1, 2]) await record(unlocks('ours'));
    dashboardUnlocks(statePath, 'theirs');
    await recorder.claimNews();
    const { records } = await record(unlocks('ours'));
    assert.deepEqual(Object.keys(records).sort(), ['ours', 'theirs']);
  });

  it('are stored as soon as that is possible, when it was not', async (t) => {
    const { record, statePath } = await openRecorder(t);
    const makeRoom = fillDisk(t);
    const { news } = await record(unlocks('ours'));
    assert.deepEqual([news.length, existsSync(statePath)], [1, false]);
    makeRoom();
    const later = await record(unlocks('ours'));
    assert.deepEqual([later.news.length, existsSync(statePath)], [0, true]);
  });

  it('are stored as soon as that is possible, however often it was not', async (t) => {
    const { record, statePath } = await openRecorder(t);
    const makeRoom = fillDisk(t);
    for (const _ of [1, 2]) await record(unlocks('ours')); // at the second scan nothing is written anywhere
    makeRoom();
    await record(unlocks('ours'));
    assert.equal(existsSync(statePath), true);
  });
});
