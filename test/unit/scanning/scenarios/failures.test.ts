import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { inEnglish } from '../../../../src/words/problem.ts';
import { coordinatorFor } from '../../../support/scanning.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import {
  addSessions,
  HELD_AT_METADATA,
  HELD_AT_PROGRESS,
  next,
  type Stage,
  setStage,
} from '../support/stage.ts';

const DYING_WORKER = new URL('../support/dyingWorker.ts', import.meta.url);

/** A home that was scanned once and whose database was then overwritten with something else. */
async function broken(t: TestContext): Promise<Stage> {
  const stage = setStage(t);
  addSessions(stage.home, 10);
  await stage.open().rescan({ full: false });
  breakDatabase(stage.home);
  return stage;
}

/** Puts something else in the place of the database, whoever has it open. */
function breakDatabase(home: TemporaryHome): void {
  home.rest();
  for (const suffix of ['', '-wal', '-shm']) rmSync(home.databasePath + suffix, { force: true });
  writeFileSync(home.databasePath, 'not a database '.repeat(100));
}

describe('a scan that fails where nothing was ever scanned', () => {
  it('is an explicit error in one line', async (t) => {
    const { home, open } = setStage(t);
    home.rest();
    rmSync(home.databasePath);
    const window = open();
    await assert.rejects(window.rescan({ full: false }), {
      name: 'ScanFailed',
      message: `There is no ${home.databasePath}: start Hermes once, or choose another home`,
    });
    await assert.rejects(window.achievements(), {
      name: 'ScanFailed',
      message: `There is no ${home.databasePath}: start Hermes once, or choose another home`,
    });
    assert.equal(window.status().state === 'FAILED' || window.status().state === 'SCANNING', true);
    assert.match(inEnglish(window.status().last_error!), /^There is no /);
  });

  it('is tried again when asked again, for what was missing may have appeared', async (t) => {
    const path = TemporaryHome.emptyDirectory();
    t.after(() => rmSync(path, { recursive: true }));
    const window = coordinatorFor(join(path, 'later'));
    t.after(() => window.dispose());
    await assert.rejects(window.rescan({ full: false }), { name: 'ScanFailed' });
    const failed = next(window, 'error');
    await assert.rejects(window.achievements(), { name: 'ScanFailed' });
    assert.match((await failed).message, /^There is no Hermes home at /);
  });

  it('tells by an event that no snapshot serves', async (t) => {
    const { home, open } = setStage(t);
    home.rest();
    rmSync(home.databasePath);
    const window = open();
    const failed = next(window, 'error');
    await assert.rejects(window.rescan({ full: false }));
    const { snapshot_available, cancelled, message } = await failed;
    assert.deepEqual([snapshot_available, cancelled], [false, false]);
    assert.doesNotMatch(message, /\n|\bat .*:\d+/);
  });
});

describe('a scan that fails where a snapshot exists', () => {
  for (const when of ['in the window that made it', 'in another window']) {
    it(`leaves it serving, marked stale and with the error in its metadata, ${when}`, async (t) => {
      const stage = setStage(t);
      addSessions(stage.home, 10);
      const first = stage.open({ ttlSeconds: () => -1 });
      const good = await first.rescan({ full: false });
      breakDatabase(stage.home);
      const window = when.includes('another') ? stage.open({ ttlSeconds: () => -1 }) : first;
      await window.achievements().catch(() => undefined);
      await assert.rejects(window.rescan({ full: false }), { name: 'ScanFailed' });
      const served = await window.achievements();
      assert.equal(served.is_stale, true);
      assert.match(
        served.error ?? '',
        /is not an SQLite database: put back a copy that is one, or choose another home$/,
      );
      assert.equal(served.scan_meta.error, served.error);
      assert.equal(served.scan_meta.mode, 'failed');
      assert.deepEqual(served.aggregate, good.aggregate);
    });
  }

  it('tells by an event that a snapshot serves', async (t) => {
    const { open } = await broken(t);
    const window = open();
    const failed = next(window, 'error');
    await assert.rejects(window.rescan({ full: false }));
    assert.equal((await failed).snapshot_available, true);
  });

  it('leaves the files as they were', async (t) => {
    const { open, file } = await broken(t);
    const before = ['state.json', 'scan_snapshot.json'].map((name) => file(name));
    await assert.rejects(open().rescan({ full: true }));
    assert.deepEqual(
      ['state.json', 'scan_snapshot.json'].map((name) => file(name)),
      before,
    );
  });

  it('is over once a scan succeeds', async (t) => {
    const { home, open } = await broken(t);
    const window = open();
    await assert.rejects(window.rescan({ full: false }));
    assert.equal(window.status().state, 'FAILED');
    rmSync(home.databasePath);
    const whole = TemporaryHome.create();
    addSessions(whole, 3);
    whole.sql.exec(`VACUUM INTO '${home.databasePath}'`);
    whole.remove();
    const snapshot = await window.rescan({ full: false });
    assert.equal(snapshot.error, null);
    assert.equal(window.status().state, 'FRESH');
    assert.equal(window.status().last_error, null);
  });
});

describe('a worker that dies', () => {
  it('is an error for who waits, never a wait without end, and is replaced at the next request', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 1);
    const window = open({ workerFile: DYING_WORKER });
    const errors: string[] = [];
    window.onEvent((event) => event.event === 'error' && errors.push(event.message));
    for (let time = 1; time <= 3; time++) {
      await assert.rejects(window.rescan({ full: false }), { name: 'ScanFailed' });
      assert.equal(errors.length, time);
    }
    assert.deepEqual(new Set(errors), new Set(['The scan stopped: The scan worker ended unexpectedly']));
  });

  it('takes no answer from the request after, which another worker answers', async (t) => {
    const { open } = setStage(t);
    const window = open({
      workerFile: new URL('../support/throwingOnceAnsweringLateWorker.ts', import.meta.url),
    });
    const ended = new Promise((resolve) =>
      process.once('worker', (worker: Worker) => worker.once('exit', resolve)),
    );
    await assert.rejects(window.rescan({ full: false }), { message: 'The scan stopped: no' });
    const second = window.rescan({ full: false });
    await ended;
    window.ask({ kind: 'remembered' }).catch(() => undefined);
    await assert.rejects(second, { message: 'answered' });
  });
});

describe('a listener that throws', () => {
  it('keeps no other from hearing', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 1);
    const logged: string[] = [];
    const window = open({ onLog: (_level, message) => logged.push(message) });
    window.onEvent(() => {
      throw new Error('the view is gone');
    });
    const done = next(window, 'done');
    await window.rescan({ full: false });
    await done;
    assert.ok(logged.some((line) => line.includes('the view is gone')));
  });
});

describe('a window that closes', () => {
  it('settles everything that was asked, as cancelled', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    const window = open({ workerFile: HELD_AT_METADATA });
    const running = window.rescan({ full: false });
    const queued = window.rescan({ full: true });
    const outcomes = Promise.allSettled([running, queued]);
    await next(window, 'metadata');
    await window.dispose();
    for (const outcome of await outcomes) {
      assert.equal(outcome.status, 'rejected');
      assert.equal((outcome as PromiseRejectedResult).reason.name, 'ScanCancelled');
    }
  });

  it('keeps what was analysed', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 100);
    const window = open({ workerFile: HELD_AT_PROGRESS });
    window.rescan({ full: false }).catch(() => undefined);
    await next(window, 'progress');
    await window.dispose();
    const { scan_meta } = await open().rescan({ full: false });
    assert.ok(scan_meta.sessions_reused > 0);
    assert.equal(scan_meta.sessions_reused + scan_meta.sessions_rescanned, 100);
    assert.ok(scan_meta.sessions_rescanned > 0);
  });

  it('starts nothing any more', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 1);
    const window = open();
    await window.dispose();
    await assert.rejects(window.rescan({ full: false }), { name: 'ScanCancelled' });
  });
});
