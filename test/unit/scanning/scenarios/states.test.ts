import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import type { ScanStatus } from '../../../../src/scanning/scanService.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { addSessions, next, type Stage, setStage } from '../support/stage.ts';

/** Older than any snapshot can be. */
const ALWAYS_STALE = { ttlSeconds: () => -1 };

async function scanned(t: TestContext): Promise<Stage> {
  const stage = setStage(t);
  addSessions(stage.home, 20);
  await stage.open().rescan({ full: false });
  return stage;
}

describe('achievements, when nothing was ever scanned', () => {
  it('are a pending snapshot at once: every badge at zero, secrets hidden', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    const pending = await open().achievements();
    assert.equal(pending.scan_meta.mode, 'pending');
    assert.equal(pending.unlocked_count, 0);
    assert.ok(pending.achievements.every(({ progress }) => progress === 0));
    const hidden = pending.achievements.filter(({ state }) => state === 'secret');
    assert.ok(hidden.length > 0);
    assert.deepEqual([...new Set(hidden.map(({ name }) => name))], ['???']);
  });

  it('start the first scan behind it', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    const window = open();
    const done = next(window, 'done');
    await window.achievements();
    assert.equal(window.status().state, 'SCANNING');
    const { snapshot, first_scan } = await done;
    assert.equal(first_scan, true);
    assert.equal(snapshot.aggregate.session_count, 20);
  });

  it('start one scan, however often they are asked for', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    const window = open();
    const done = next(window, 'done');
    await Promise.all([window.achievements(), window.achievements(), window.achievements()]);
    await done;
    assert.equal(window.status().run_count, 1);
    assert.equal(window.status().dedupe_count, 2);
  });
});

describe('achievements, while the snapshot is fresh', () => {
  it('are the snapshot, and no scan starts', async (t) => {
    const { open } = await scanned(t);
    const window = open();
    const snapshot = await window.achievements();
    assert.equal(snapshot.is_stale, false);
    assert.equal(snapshot.aggregate.session_count, 20);
    assert.equal(window.status().state, 'FRESH');
    assert.equal(window.status().run_count, 0);
  });

  it('stay fresh for as long as the setting says at that moment', async (t) => {
    const { open } = await scanned(t);
    let ttl = 120;
    const window = open({ ttlSeconds: () => ttl });
    assert.equal((await window.achievements()).is_stale, false);
    ttl = -1;
    assert.equal((await window.achievements()).is_stale, true);
  });
});

describe('achievements, while the snapshot is stale', () => {
  it('are the snapshot, marked so, and one refresh runs behind it', async (t) => {
    const { home, open } = await scanned(t);
    addSessions(home, 0);
    home.addSession({ id: 'new' }, [{ content: 'error' }]);
    const window = open(ALWAYS_STALE);
    const done = next(window, 'done');
    const [first, second] = await Promise.all([window.achievements(), window.achievements()]);
    assert.deepEqual([first.is_stale, second.is_stale], [true, true]);
    assert.equal(first.aggregate.session_count, 20);
    assert.equal((await done).snapshot.aggregate.session_count, 21);
    assert.equal(window.status().run_count, 1);
    assert.equal(window.status().stale_served_count, 2);
  });

  it('are stale when they were counted in another history mode', async (t) => {
    const { open } = await scanned(t);
    assert.equal((await open({ historyMode: 'dashboard' }).achievements()).is_stale, true);
  });

  it('are not exchanged for newer ones of another history mode', async (t) => {
    const { open } = await scanned(t);
    const window = open(ALWAYS_STALE);
    await window.rescan({ full: false });
    await open({ historyMode: 'dashboard' }).rescan({ full: false });
    assert.equal((await window.achievements()).scan_meta.history_mode, 'lifetime');
  });

  it('are stale when dated in the future, before the clock was set back', async (t) => {
    const { open, file, pathOf } = await scanned(t);
    const snapshot = file('scan_snapshot.json');
    const future = Date.now() / 1000 + 86_400;
    writeFileSync(pathOf('scan_snapshot.json'), JSON.stringify({ ...snapshot, generated_at: future }));
    const window = open();
    assert.equal((await window.achievements()).is_stale, true);
    const rescanned = await window.rescan({ full: false });
    assert.notEqual(rescanned.scan_meta.scan_id, snapshot.scan_meta.scan_id);
    assert.ok(rescanned.generated_at < future);
  });
});

describe('a rescan', () => {
  it('is a new scan and a new snapshot, fresh or not', async (t) => {
    const { open } = await scanned(t);
    const window = open();
    const before = await window.achievements();
    const after = await window.rescan({ full: false });
    assert.notEqual(after.scan_meta.scan_id, before.scan_meta.scan_id);
    assert.equal(after.scan_meta.mode, 'incremental');
    assert.ok(after.generated_at > before.generated_at);
  });

  it('when full, analyses everything again whatever is known', async (t) => {
    const { open } = await scanned(t);
    const { scan_meta } = await open().rescan({ full: true });
    assert.deepEqual(
      [scan_meta.mode, scan_meta.sessions_rescanned, scan_meta.sessions_reused],
      ['full', 20, 0],
    );
  });

  it('joins the one that runs', async (t) => {
    const { open } = await scanned(t);
    const window = open();
    const [first, second] = await Promise.all([
      window.rescan({ full: false }),
      window.rescan({ full: false }),
    ]);
    assert.equal(first.scan_meta.scan_id, second.scan_meta.scan_id);
    assert.equal(window.status().dedupe_count, 1);
  });

  it('when full, follows the incremental one that runs, once for all who ask', async (t) => {
    const { open } = await scanned(t);
    const window = open();
    const [incremental, full, same] = await Promise.all([
      window.rescan({ full: false }),
      window.rescan({ full: true }),
      window.rescan({ full: true }),
    ]);
    assert.equal(incremental.scan_meta.mode, 'incremental');
    assert.equal(full.scan_meta.sessions_rescanned, 20);
    assert.equal(full.scan_meta.scan_id, same.scan_meta.scan_id);
    assert.equal(window.status().run_count, 2);
  });

  it('when full, is called off with the one that it waits for', async (t) => {
    const { open } = await scanned(t);
    const window = open();
    const running = window.rescan({ full: false });
    const queued = window.rescan({ full: true });
    window.cancel();
    await Promise.allSettled([running]);
    await assert.rejects(queued, { name: 'ScanCancelled' });
    assert.equal(window.status().run_count, 1);
  });
});

describe('the scan status', () => {
  it('starts nothing and creates nothing', async (t) => {
    const { home, open, pathOf } = setStage(t);
    addSessions(home, 1);
    const status = open().status();
    assert.deepEqual(status, {
      state: 'STALE',
      started_at: null,
      finished_at: null,
      last_error: null,
      last_duration_ms: null,
      run_count: 0,
      dedupe_count: 0,
      stale_served_count: 0,
      duration_p50_ms: null,
      duration_p95_ms: null,
      snapshot_age_s: null,
    });
    assert.equal(existsSync(pathOf('.')), false);
  });

  it('tells how the last scans went', async (t) => {
    const { open } = await scanned(t);
    const window = open();
    await window.rescan({ full: false });
    const status = window.status();
    assert.equal(status.state, 'FRESH');
    assert.ok(status.started_at! <= status.finished_at!);
    assert.ok(status.last_duration_ms! > 0);
    assert.equal(status.duration_p50_ms, status.last_duration_ms);
    assert.equal(status.duration_p95_ms, status.last_duration_ms);
    assert.ok(status.snapshot_age_s! >= 0);
  });
});

describe('the state, as it is told when a scan has just ended', () => {
  it('is fresh after a good one', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    const window = open();
    const stateAtEnd = next(window, 'done').then(() => window.status());
    await window.rescan({ full: false });
    assert.equal((await stateAtEnd).state, 'FRESH');
  });

  it('comes with how long that took, though the files are still being written', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 20);
    const window = open();
    let told: ScanStatus | undefined;
    window.onEvent(({ event }) => {
      if (event === 'done') told = window.status();
    });
    await window.rescan({ full: false });
    assert.ok(told!.last_duration_ms! > 0);
    assert.equal(typeof told!.finished_at, 'number');
  });

  it('is failed after one that failed, with the error', async (t) => {
    const { home, open } = setStage(t);
    home.rest();
    writeFileSync(home.databasePath, 'no database'.repeat(1000));
    const window = open();
    const statusAtEnd = next(window, 'error').then(() => window.status());
    await assert.rejects(window.rescan({ full: false }));
    const { state, last_error } = await statusAtEnd;
    assert.equal(state, 'FAILED');
    assert.match(inEnglish(last_error!), /not an SQLite database/);
  });
});
