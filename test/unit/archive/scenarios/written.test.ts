import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { it } from 'node:test';
import { describeWithEachDriver } from '../../hermes/eachDriver.ts';
import { archiveAt, archivePath } from '../support/archives.ts';
import { someRecord } from '../support/records.ts';

const SESSIONS = 8_564;
const MOST_BYTES = 64 * 1024;
const RUN = {
  startedAt: 1_750_000_000,
  finishedAt: 1_750_000_001,
  durationMs: 12.5,
  mode: 'incremental',
  sessions: SESSIONS,
  rescanned: 1,
  messages: 3,
  error: null,
} as const;

/** Linux counts what a process hands to the system, journals included. */
const COUNTS = '/proc/self/io';

function written(): number {
  return Number(/^wchar: (\d+)/m.exec(readFileSync(COUNTS, 'utf8'))?.[1]);
}

/** A session in which much happened. */
function session(index: number, version: number) {
  const id = `20260301_${String(index * 7919).padStart(10, '0')}_abcdef`;
  const record = someRecord(id);
  const figures = Object.entries(record.lifetime).filter(([, value]) => value === 0);
  const lifetime = {
    ...record.lifetime,
    ...Object.fromEntries(figures.map(([key]) => [key, (index % 50) + version])),
  };
  return { record: { ...record, lifetime: { ...lifetime, port_conflict: true }, dashboard: null } };
}

describeWithEachDriver(`an archive of ${SESSIONS} sessions`, (driver) => {
  it('takes little room, and little is written for one of them', { skip: !existsSync(COUNTS) }, async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({ sessions: Array.from({ length: SESSIONS }, (_, index) => session(index, 1)) });
    assert.ok(statSync(path).size / SESSIONS < 1200, `${statSync(path).size / SESSIONS} bytes a session`);
    const most = Math.max(
      ...Array.from({ length: 40 }, (_, turn) => {
        const before = written();
        const changed = session((turn * 211) % SESSIONS, 100);
        assert.equal(archive.save({ sessions: [changed], runs: [RUN] }), null);
        return written() - before;
      }),
    );
    t.diagnostic(`${most} bytes at most`);
    assert.ok(most <= MOST_BYTES, `${most} bytes`);
  });
});
