import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lookBack } from '../../../../src/scanning/scan/remembered.ts';
import { dashboardEntry } from '../../files/support/sessions.ts';
import { addSessions, type Stage, scannerFor, setStage } from '../support/stage.ts';

const SESSIONS = 40;

/** Rewrites the snapshot as the dashboard would have left it: its keys only, and all sessions. */
function asTheDashboardWrites({ file, pathOf }: Stage, sessions: number): void {
  const snapshot = file('scan_snapshot.json');
  delete snapshot.scan_meta.history_mode;
  const stats = Array.from({ length: sessions }, (_, index) => dashboardEntry(`s${index}`).stats);
  writeFileSync(pathOf('scan_snapshot.json'), JSON.stringify({ ...snapshot, sessions: stats }));
}

describe("the dashboard's files", () => {
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

  it('stay its own: its checkpoint is neither written nor made', async (t) => {
    const stage = setStage(t);
    addSessions(stage.home, 1);
    await stage.open({ historyMode: 'dashboard' }).rescan({ full: true });
    assert.equal(existsSync(stage.pathOf('scan_checkpoint.json')), false);
    const theirs = JSON.stringify({ schema_version: 2, generated_at: 1, sessions: {} });
    writeFileSync(stage.pathOf('scan_checkpoint.json'), theirs);
    await stage.open({ historyMode: 'dashboard' }).rescan({ full: true });
    assert.equal(readFileSync(stage.pathOf('scan_checkpoint.json'), 'utf8'), theirs);
  });

  it('find our snapshot without sessions', async (t) => {
    const stage = setStage(t);
    addSessions(stage.home, 1);
    await stage.open().rescan({ full: false });
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
    const { home } = setStage(t);
    addSessions(home, 3);
    const lastError = async () => (await lookBack(home.path)).runs.last.at(-1)?.error;
    const { scanner, cancel } = await scannerFor(t, home.path);
    await scanner.scan(false);
    home.sql.exec('ALTER TABLE messages RENAME TO elsewhere');
    assert.equal((await scanner.scan(false)).ok, false);
    assert.match((await lastError()) ?? '', /no table messages/);
    home.sql.exec('ALTER TABLE elsewhere RENAME TO messages');
    cancel.lower();
    assert.equal((await scanner.scan(false)).ok, true);
    assert.equal(await lastError(), null);
  });
});
