import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { tryScanLock } from '../../../src/files/scanLock.ts';
import { loadDriver } from '../../../src/hermes/sqlite/loadDriver.ts';
import { addSessions, next, setStage } from './support/stage.ts';

/** So many that a scan can be cancelled before it has read them all. */
const SESSIONS = 400;
const TEXT_BYTES = 20_000;

describe('a scan after one that was cancelled', () => {
  it('goes through', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, SESSIONS, TEXT_BYTES);
    const window = open();
    const cancelled = window.rescan({ full: false });
    await next(window, 'metadata');
    window.cancel();
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
    const { home, open, pathOf } = setStage(t);
    addSessions(home, SESSIONS, TEXT_BYTES);
    const window = open();
    const cancelled = window.rescan({ full: false });
    await next(window, 'metadata');
    window.cancel();
    const reset = window.reset();
    await assert.rejects(cancelled, { name: 'ScanCancelled' });
    await reset;
    assert.deepEqual([window.current, existsSync(pathOf('state.json'))], [undefined, false]);
  });

  it('after a scan that was cancelled waits for another window all the same', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, SESSIONS, TEXT_BYTES);
    const window = open();
    const cancelled = window.rescan({ full: false });
    await next(window, 'metadata');
    window.cancel();
    await assert.rejects(cancelled, { name: 'ScanCancelled' });
    const { driver } = await loadDriver();
    const held = await tryScanLock(await DataDirectory.locate(home.path), driver);
    assert.ok(held.kind === 'held');
    const reset = window.reset();
    held.lock.release();
    await reset;
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
