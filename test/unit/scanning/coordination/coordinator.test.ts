import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { addSessions, HELD_AT_METADATA, next, setStage } from '../support/stage.ts';

const SESSIONS = 20;

/** A window whose first scan was cancelled a moment ago, and may still be ending. */
async function cancelScan(t: TestContext) {
  const stage = setStage(t);
  addSessions(stage.home, SESSIONS);
  const window = stage.open({ workerFile: HELD_AT_METADATA });
  const cancelled = window.rescan({ full: false });
  cancelled.catch(() => undefined); // who called waits for it later
  await next(window, 'metadata');
  window.cancel();
  return { ...stage, window, cancelled };
}

describe('a scan after one that was cancelled', () => {
  it('goes through', async (t) => {
    const { window, cancelled } = await cancelScan(t);
    await assert.rejects(cancelled, { name: 'ScanCancelled' });
    assert.equal((await window.rescan({ full: false })).aggregate.session_count, SESSIONS);
  });
});

describe('a reset', () => {
  it('leaves nothing of what was shown and stored', async (t) => {
    const { home, open, pathOf } = setStage(t);
    addSessions(home, 20);
    const window = open();
    await window.rescan({ full: false });
    await window.reset();
    assert.equal(window.current, undefined);
    assert.equal(existsSync(pathOf('state.json')), false);
    assert.equal((await window.achievements()).scan_meta.mode, 'pending');
  });

  it('waits for the scan that runs, and does not call its cancel off', async (t) => {
    const { window, cancelled, pathOf } = await cancelScan(t);
    const reset = window.reset();
    await assert.rejects(cancelled, { name: 'ScanCancelled' });
    await reset;
    assert.deepEqual([window.current, existsSync(pathOf('state.json'))], [undefined, false]);
  });

  it('is not cancelled itself by the cancel of the scan before', async (t) => {
    const { open } = setStage(t);
    const window = open({ workerFile: new URL('../support/cancelledWorker.ts', import.meta.url) });
    const cancelled = window.rescan({ full: false });
    window.cancel();
    await assert.rejects(cancelled, { name: 'ScanCancelled' });
    await window.reset();
  });

  it('that could not remove a file says so', async (t) => {
    const { home, open, pathOf } = setStage(t);
    addSessions(home, 20);
    const window = open();
    await window.rescan({ full: false });
    rmSync(pathOf('state.json'));
    mkdirSync(pathOf('state.json'));
    await assert.rejects(window.reset(), { message: /^Could not remove state\.json: / });
  });
});

describe('forgetting what Hermes has deleted', () => {
  it('holds in every window, and leaves what is there and every unlock', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    const [window, other] = [open(), open()];
    const { unlocked_count } = await other.rescan({ full: false });
    home.deleteSession('many-0');
    assert.equal((await other.rescan({ full: false })).aggregate.session_count, 20);
    await window.rescan({ full: false });
    const { sessions, deleted, deletedShare } = await window.ask({ kind: 'remembered' });
    assert.deepEqual([sessions, deleted, deletedShare], [20, 1, 1 / 20]);
    assert.equal(await window.forgetDeleted(), 1);
    for (const each of [window, other, open()]) {
      const after = await each.rescan({ full: false });
      assert.deepEqual([after.aggregate.session_count, after.unlocked_count], [19, unlocked_count]);
    }
    assert.equal((await other.ask({ kind: 'remembered' })).sessions, 19);
  });
});
