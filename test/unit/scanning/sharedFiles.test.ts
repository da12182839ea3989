import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { addSessions, type Stage, scannerFor, setStage } from './support/stage.ts';

const SESSIONS = 40;

/** Rewrites our files as the dashboard would have left them: its keys only, all sessions in the snapshot. */
function asTheDashboardWrites({ file, pathOf }: Stage, sessionsInSnapshot = SESSIONS): void {
  const checkpoint = file('scan_checkpoint.json');
  const stats: unknown[] = [];
  for (const entry of Object.values<Record<string, unknown>>(checkpoint.sessions)) {
    delete entry['vscode'];
    stats.push(entry['stats']);
  }
  writeFileSync(pathOf('scan_checkpoint.json'), JSON.stringify(checkpoint));
  const snapshot = file('scan_snapshot.json');
  delete snapshot.scan_meta.history_mode;
  const sessions = Array.from({ length: sessionsInSnapshot }, (_, index) => stats[index % stats.length]);
  writeFileSync(pathOf('scan_snapshot.json'), JSON.stringify({ ...snapshot, sessions }));
}

describe("the dashboard's files", () => {
  for (const historyMode of ['dashboard', 'lifetime'] as const) {
    it(`spare us the analysis of what it analysed (${historyMode})`, async (t) => {
      const stage = setStage(t);
      addSessions(stage.home, SESSIONS);
      const first = stage.open({ historyMode });
      const before = await first.rescan({ full: false });
      await first.dispose();
      asTheDashboardWrites(stage);
      const after = await stage.open({ historyMode }).rescan({ full: false });
      assert.equal(after.scan_meta.sessions_reused, SESSIONS);
      assert.deepEqual(after.aggregate, before.aggregate);
    });
  }

  it('serve at once, even when its snapshot holds the figures of very many sessions', async (t) => {
    const stage = setStage(t);
    addSessions(stage.home, SESSIONS);
    const first = stage.open({ historyMode: 'dashboard' });
    const before = await first.rescan({ full: false });
    await first.dispose();
    asTheDashboardWrites(stage, 3000);
    const served = await stage.open({ historyMode: 'dashboard' }).achievements();
    assert.deepEqual(served.aggregate, before.aggregate);
    assert.equal(served.unlocked_count, before.unlocked_count);
    assert.deepEqual(served.sessions, []);
  });

  it('are left in a state that it can reuse: exactly its keys, and ours under one more', async (t) => {
    const stage = setStage(t);
    addSessions(stage.home, 1);
    await stage.open().rescan({ full: false });
    const { schema_version, sessions } = stage.file('scan_checkpoint.json');
    assert.equal(schema_version, 1);
    assert.deepEqual(Object.keys(sessions['many-0']), ['fingerprint', 'stats', 'vscode']);
    assert.deepEqual(Object.keys(sessions['many-0'].fingerprint).sort(), [
      'last_active',
      'model',
      'started_at',
      'title',
    ]);
    assert.deepEqual(stage.file('scan_snapshot.json').sessions, []);
  });
});

describe('the snapshot on disk', () => {
  it('is dated anew when history stays as it is, so that other processes find it fresh', async (t) => {
    const { home, file } = setStage(t);
    addSessions(home, 3);
    const { scanner } = await scannerFor(t, home.path);
    t.mock.timers.enable({ apis: ['Date'], now: 1_800_000_000_000 });
    await scanner.scan(false);
    t.mock.timers.tick(30_000);
    await scanner.scan(false);
    assert.equal(file('scan_snapshot.json').generated_at, 1_800_000_000);
    t.mock.timers.tick(31_000);
    await scanner.scan(false);
    assert.equal(file('scan_snapshot.json').generated_at, 1_800_000_061);
  });

  it('from before the clock was set back answers no rescan', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    t.mock.timers.enable({ apis: ['Date'], now: 1_800_000_000_000 });
    const { scanner: before } = await scannerFor(t, home.path);
    await before.scan(false);
    home.addSession({ id: 'new' });
    t.mock.timers.setTime(1_700_000_000_000);
    const { scanner: after } = await scannerFor(t, home.path);
    const outcome = await after.scan(false);
    assert.ok(outcome.ok);
    assert.equal(outcome.snapshot.aggregate.session_count, 4);
    assert.equal(outcome.snapshot.generated_at, 1_700_000_000);
  });
});

describe('a failure that was noted', () => {
  it('is no longer the last word once a refresh found everything well', async (t) => {
    const { home, file } = setStage(t);
    addSessions(home, 3);
    const { scanner, cancel } = await scannerFor(t, home.path);
    await scanner.scan(false);
    home.sql.exec('ALTER TABLE messages RENAME TO elsewhere');
    assert.equal((await scanner.scan(false)).ok, false);
    assert.match(file('scan_status.json').last_error, /no table messages/);
    home.sql.exec('ALTER TABLE elsewhere RENAME TO messages');
    cancel.lower();
    assert.equal((await scanner.scan(false)).ok, true);
    assert.equal(file('scan_status.json').last_error, null);
  });
});
