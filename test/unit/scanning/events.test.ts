import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { ScanEvent } from '../../../src/scanning/events.ts';
import { addSessions, scannerFor, setStage } from './support/stage.ts';

const SESSIONS = 600;

/** `metadata progress chunk done`: the kinds of events in order, each run of one kind once. */
function course(events: readonly ScanEvent[]): string {
  const kinds = events.map(({ event }) => event);
  return kinds.filter((kind, index) => kind !== kinds[index - 1]).join(' ');
}

describe('the event stream', () => {
  it('of a first scan goes from metadata over progress and chunks to done, under one scan id', async (t) => {
    const { home } = setStage(t);
    addSessions(home, SESSIONS);
    const events: ScanEvent[] = [];
    const { scanner } = await scannerFor(t, home.path, (event) => events.push(event));
    await scanner.scan(false);
    assert.match(course(events), /^metadata (progress |chunk )+done$/);
    assert.equal(new Set(events.map(({ scan_id }) => scan_id)).size, 1);
  });

  it('begins with what is to be done', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const events: ScanEvent[] = [];
    const { scanner } = await scannerFor(t, home.path, (event) => events.push(event));
    await scanner.scan(false);
    const { scan_id, ...metadata } = events[0]!;
    assert.match(scan_id, /^[0-9a-f-]{36}$/);
    assert.deepEqual(metadata, {
      event: 'metadata',
      mode: 'full',
      sessions_expected_total: 3,
      first_scan: true,
    });
  });

  it('tells progress in sessions and milliseconds, up to the last session', async (t) => {
    const { home } = setStage(t);
    addSessions(home, SESSIONS);
    const events: ScanEvent[] = [];
    const { scanner } = await scannerFor(t, home.path, (event) => events.push(event));
    await scanner.scan(false);
    const progress = events.filter((event) => event.event === 'progress');
    for (const { total, elapsed_ms, remaining_ms } of progress) {
      assert.equal(total, SESSIONS);
      assert.ok(elapsed_ms >= 0 && (remaining_ms === null || remaining_ms >= 0));
    }
    const scanned = progress.map((event) => event.scanned);
    assert.deepEqual(
      scanned,
      scanned.toSorted((a, b) => a - b),
    );
    assert.equal(scanned.at(-1), SESSIONS);
  });

  it('brings a partial snapshot every 250 sessions of a first scan, without unlock times', async (t) => {
    const { home } = setStage(t);
    addSessions(home, SESSIONS);
    const events: ScanEvent[] = [];
    const { scanner } = await scannerFor(t, home.path, (event) => events.push(event));
    await scanner.scan(false);
    const chunks = events.filter((event) => event.event === 'chunk').map(({ snapshot }) => snapshot);
    assert.deepEqual(
      chunks.map(({ scan_meta, aggregate }) => [
        scan_meta.mode,
        scan_meta.sessions_scanned_so_far,
        scan_meta.sessions_expected_total,
        aggregate.session_count,
      ]),
      [
        ['in_progress', 250, SESSIONS, 250],
        ['in_progress', 500, SESSIONS, 500],
      ],
    );
    assert.ok(chunks[0]!.unlocked_count > 0);
    assert.ok(chunks.every(({ achievements }) => achievements.every((badge) => !('unlocked_at' in badge))));
  });

  it('records no unlock of a partial snapshot', async (t) => {
    const { home, pathOf } = setStage(t);
    addSessions(home, SESSIONS);
    const recorded: boolean[] = [];
    const { scanner } = await scannerFor(t, home.path, ({ event }) => {
      if (event === 'chunk') recorded.push(existsSync(pathOf('state.json')));
    });
    await scanner.scan(false);
    assert.deepEqual(recorded, [false, false]);
    assert.equal(existsSync(pathOf('state.json')), true);
  });

  it('brings no partial snapshots where a snapshot serves already', async (t) => {
    const { home } = setStage(t);
    addSessions(home, SESSIONS);
    const events: ScanEvent[] = [];
    const { scanner } = await scannerFor(t, home.path, (event) => events.push(event));
    await scanner.scan(false);
    events.length = 0;
    await scanner.scan(true);
    assert.match(course(events), /^metadata (progress )+done$/);
  });

  it('of a history that stayed as it was is metadata and done', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const events: ScanEvent[] = [];
    const { scanner } = await scannerFor(t, home.path, (event) => events.push(event));
    await scanner.scan(false);
    events.length = 0;
    await scanner.scan(false);
    assert.equal(course(events), 'metadata done');
  });

  it('ends a cancelled scan with an error that says so', async (t) => {
    const { home } = setStage(t);
    addSessions(home, SESSIONS);
    const events: ScanEvent[] = [];
    const { scanner } = await scannerFor(t, home.path, (event, cancel) => {
      events.push(event);
      // Before anything is read: a fast machine may have read all by the time of a chunk.
      if (event.event === 'metadata') cancel.raise();
    });
    await scanner.scan(false);
    const last = events.at(-1)!;
    assert.ok(last.event === 'error' && last.cancelled && !last.snapshot_available);
  });
});
