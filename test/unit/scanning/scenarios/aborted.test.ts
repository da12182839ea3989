import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { lookBack } from '../../../../src/scanning/scan/remembered.ts';
import { addSessions, scannerFor, setStage } from '../support/stage.ts';

const SESSIONS = 600;

describe('an aborted scan', () => {
  // Sessions are read in groups of 8 ms: by this clock, of as many on any machine.
  beforeEach(() => {
    let now = 0;
    mock.method(performance, 'now', () => now++);
  });
  afterEach(() => mock.restoreAll());

  it('leaves unlocks and snapshot as they were', async (t) => {
    const { home, pathOf } = setStage(t);
    addSessions(home, SESSIONS);
    const { scanner: first } = await scannerFor(t, home.path);
    await first.scan(false);
    const files = ['state.json', 'scan_snapshot.json', 'agent_summary.json'];
    const contents = () => files.map((name) => readFileSync(pathOf(name), 'utf8'));
    const before = contents();
    home.sql.exec("UPDATE sessions SET model = 'ollama/qwen'");
    const { scanner } = await scannerFor(t, home.path, ({ event }, cancel) => {
      if (event === 'progress') cancel.raise();
    });
    const outcome = await scanner.scan(true);
    assert.equal(outcome.ok, false);
    assert.deepEqual(contents(), before);
  });

  it('leaves nothing unfinished behind', async (t) => {
    const { home, pathOf } = setStage(t);
    addSessions(home, SESSIONS);
    const { scanner } = await scannerFor(t, home.path, ({ event }, cancel) => {
      if (event === 'chunk') cancel.raise();
    });
    await scanner.scan(false);
    assert.deepEqual(readdirSync(pathOf('.')), ['archive.sqlite', 'scan_lock.sqlite']);
  });

  for (const where of ['the same window', 'another window']) {
    it(`is gone on with where it stopped, in ${where}`, async (t) => {
      const { home, open } = setStage(t);
      addSessions(home, SESSIONS);
      let chunks = 0;
      const { scanner, cancel } = await scannerFor(t, home.path, ({ event }, cancel) => {
        if (event === 'chunk' && ++chunks === 1) cancel.raise();
      });
      await scanner.scan(false);
      cancel.lower();
      const kept = (await lookBack(home.path)).remembered.sessions;
      const outcome = where === 'the same window' ? await scanner.scan(false) : undefined;
      const snapshot = outcome?.ok ? outcome.snapshot : await open().rescan({ full: false });
      const { sessions_reused, sessions_rescanned } = snapshot.scan_meta;
      // Sessions are read in groups: what the last one held beyond the chunk is kept as well.
      assert.ok(kept >= 250 && kept < SESSIONS, `${kept}`);
      assert.deepEqual([sessions_reused, sessions_rescanned], [kept, SESSIONS - kept]);
    });
  }

  it('lets what a full rescan did not reach keep what was known', async (t) => {
    const { home } = setStage(t);
    addSessions(home, SESSIONS);
    const { scanner: first } = await scannerFor(t, home.path);
    await first.scan(false);
    const { scanner, cancel } = await scannerFor(t, home.path, ({ event }, cancel) => {
      if (event === 'progress') cancel.raise();
    });
    await scanner.scan(true);
    cancel.lower();
    const { scanner: third } = await scannerFor(t, home.path);
    for (const next of [scanner, third]) {
      const outcome = await next.scan(false);
      assert.ok(outcome.ok);
      assert.equal(outcome.snapshot.scan_meta.sessions_rescanned, 0);
    }
  });

  it('stops before it begins when it was cancelled by then', async (t) => {
    const { home, pathOf } = setStage(t);
    addSessions(home, 3);
    const { scanner, cancel } = await scannerFor(t, home.path);
    cancel.raise();
    const outcome = await scanner.scan(false);
    assert.ok(!outcome.ok && outcome.cancelled);
    assert.throws(() => readdirSync(pathOf('.')), { code: 'ENOENT' });
  });

  it('has no bearing on the next one', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 3);
    const window = open();
    window.cancel();
    await window.rescan({ full: false });
    window.cancel();
    assert.equal((await window.rescan({ full: true })).aggregate.session_count, 3);
  });
});
