import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { beginAtOnce, Scanning, sessionsAnalysed } from '../../unit/scanning/support/processes.ts';
import { addSessions, scannerFor, setStage } from '../../unit/scanning/support/stage.ts';

const MEGABYTE = 1024 * 1024;

describe('sizes beyond all reason', () => {
  it('such as a million messages in one session are read, without holding them', async (t) => {
    const { home } = setStage(t);
    home.addSession({ id: 'long' });
    home.sql.exec(`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000000)
      INSERT INTO messages (session_id, role, timestamp, content)
      SELECT 'long', 'user', 1750000000 + n, 'message ' || n || ' says: ' || hex(zeroblob(200)) FROM numbers`);
    const { scanner } = await scannerFor(t, home.path);
    const before = process.memoryUsage().rss;
    const outcome = await scanner.scan(false);
    const grown = (process.memoryUsage().rss - before) / MEGABYTE;
    assert.ok(outcome.ok);
    assert.equal(outcome.snapshot.aggregate.max_messages_in_session, 1_000_000);
    t.diagnostic(
      `${Math.round(outcome.snapshot.scan_meta.duration_ms)} ms, ${Math.round(grown)} MB more memory for 420 MB of text`,
    );
    assert.ok(grown < 250);
  });

  it('such as 100,000 sessions without messages are read', async (t) => {
    const { home } = setStage(t);
    home.sql.exec(`WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
      INSERT INTO sessions (id, started_at, title) SELECT 'empty-' || n, 1750000000 + n, 'Task ' || n FROM numbers`);
    const { scanner } = await scannerFor(t, home.path);
    const first = await scanner.scan(false);
    home.addMessage('empty-5', { content: 'error' });
    const second = await scanner.scan(false);
    assert.ok(first.ok && second.ok);
    assert.equal(second.snapshot.aggregate.session_count, 100_000);
    assert.equal(second.snapshot.scan_meta.sessions_rescanned, 1);
    t.diagnostic(
      `first ${Math.round(first.snapshot.scan_meta.duration_ms)} ms, second ${Math.round(second.snapshot.scan_meta.duration_ms)} ms`,
    );
  });

  it('such as twenty processes that are asked at once scan once', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 1000, 20_000);
    const all = Array.from({ length: 20 }, (_, index) =>
      index % 2 ? Scanning.window(t, home.path) : Scanning.commandLine(t, home.path),
    );
    await beginAtOnce(all);
    const snapshots = await Promise.all(all.map((one) => one.result()));
    assert.equal(sessionsAnalysed(snapshots), 1000);
  });
});
