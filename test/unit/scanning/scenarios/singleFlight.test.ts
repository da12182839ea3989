import assert from 'node:assert/strict';
import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { describe, it } from 'node:test';
import { coordinatorFor } from '../../../support/scanning.ts';
import { beginAtOnce, Scanning, sessionsAnalysed } from '../support/processes.ts';
import {
  addSessions,
  HELD_AT_METADATA,
  HELD_AT_PROGRESS,
  next,
  scannerFor,
  setStage,
} from '../support/stage.ts';

const SESSIONS = 400;
const TEXT_BYTES = 20_000;

describe('windows and command lines that are asked at once', () => {
  it('scan once, are all served, and lose no unlock', async (t) => {
    const { home, file } = setStage(t);
    addSessions(home, SESSIONS, TEXT_BYTES);
    const all = [
      Scanning.window(t, home.path),
      Scanning.window(t, home.path),
      Scanning.commandLine(t, home.path),
      Scanning.commandLine(t, home.path),
      Scanning.commandLine(t, home.path),
    ];
    await beginAtOnce(all);
    const snapshots = await Promise.all(all.map((one) => one.result()));
    assert.equal(sessionsAnalysed(snapshots), SESSIONS);
    assert.deepEqual(new Set(snapshots.map(({ aggregate }) => aggregate.session_count)), new Set([SESSIONS]));
    const unlocked = snapshots[0]!.achievements.filter((badge) => badge.unlocked).map(({ id }) => id);
    assert.ok(unlocked.length > 0);
    assert.deepEqual(Object.keys(file('state.json').unlocks).sort(), unlocked.sort());
    const announced = snapshots.flatMap(({ news = [] }) => news.map(({ id }) => id));
    assert.deepEqual(announced.sort(), unlocked, 'each is announced once, in one of the windows');
  });

  it('scan once when there are twenty of them', async (t) => {
    const { home } = setStage(t);
    addSessions(home, SESSIONS);
    const all = await Promise.all(Array.from({ length: 20 }, () => scannerFor(t, home.path)));
    const outcomes = await Promise.all(all.map(({ scanner }) => scanner.scan(false)));
    const snapshots = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.snapshot] : []));
    assert.equal(snapshots.length, 20);
    assert.equal(sessionsAnalysed(snapshots), SESSIONS);
  });

  it('scan once when one reached the home by a symbolic link', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, SESSIONS, TEXT_BYTES);
    const link = `${home.path}-link`;
    symlinkSync(home.path, link);
    t.after(() => rmSync(link));
    const linked = coordinatorFor(link);
    t.after(() => linked.dispose());
    const snapshots = await Promise.all([open(), linked].map((window) => window.rescan({ full: false })));
    assert.equal(sessionsAnalysed(snapshots), SESSIONS);
  });

  it('take over from one that is killed while it scans', async (t) => {
    const { home, open, pathOf } = setStage(t);
    addSessions(home, SESSIONS, 4 * TEXT_BYTES);
    const holder = Scanning.window(t, home.path);
    await beginAtOnce([holder]);
    await holder.says('progress');
    const waiting = open().rescan({ full: false });
    await holder.kill();
    assert.equal((await waiting).aggregate.session_count, SESSIONS);
    assert.deepEqual(
      readdirSync(pathOf('.')).filter((name) => name.includes('tmp')),
      [],
    );
  });

  it('take over from one that is cancelled while it scans', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, SESSIONS);
    const [holder, other] = [open({ workerFile: HELD_AT_PROGRESS }), open()];
    const cancelled = holder.rescan({ full: false });
    await next(holder, 'progress');
    const waiting = other.rescan({ full: false });
    holder.cancel();
    await assert.rejects(cancelled, { name: 'ScanCancelled' });
    const { aggregate, scan_meta } = await waiting;
    assert.equal(aggregate.session_count, SESSIONS);
    assert.ok(scan_meta.sessions_reused > 0, 'what the other had analysed was analysed again');
  });

  it('can be cancelled while they wait for another', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, SESSIONS);
    const [holder, other] = [open({ workerFile: HELD_AT_METADATA }), open()];
    const scanning = holder.rescan({ full: false });
    await next(holder, 'metadata');
    const waiting = other.rescan({ full: false });
    other.cancel();
    await assert.rejects(waiting, { name: 'ScanCancelled' });
    assert.equal(holder.status().state, 'SCANNING');
    holder.cancel();
    await assert.rejects(scanning, { name: 'ScanCancelled' });
  });
});
