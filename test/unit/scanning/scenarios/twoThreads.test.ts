import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import type { Finding } from '../../../../src/scanning/analysis/finding.ts';
import { analyseAll } from '../../../../src/scanning/analysis/threads/division.ts';
import { AssignmentQueue } from '../../../../src/scanning/analysis/threads/queue.ts';
import { AnalystThread } from '../../../../src/scanning/analysis/threads/secondThread.ts';
import { fullScan } from '../../../support/scanning.ts';
import { WORKER_FILE } from '../../../support/scanWorker.ts';
import type { TemporaryHome } from '../../../support/temporaryHome.ts';
import { HELD_AT_METADATA, next, setStage } from '../support/stage.ts';

const SESSIONS = 120;

/** Enough rows for a second thread to be worth its start. */
function addManyRows(home: TemporaryHome): void {
  for (let index = 0; index < SESSIONS; index++) home.addSession({ id: `s${index}`, title: `Task ${index}` });
  home.sql.exec(`WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 29999)
    INSERT INTO messages (session_id, role, timestamp, content, tool_calls)
    SELECT 's' || (n % ${SESSIONS}), 'assistant', 1750000000 + n, 'git commit, error ' || n || ' in ./src/file.ts',
      '[{"name":"terminal"}]' FROM numbers`);
}

describe('a scan in two threads', () => {
  for (const { when, leave } of [
    { when: 'while Hermes runs', leave: () => undefined },
    { when: 'of a history at rest', leave: (home: TemporaryHome) => home.rest() },
  ]) {
    it(`gives what a scan in one gives, ${when}`, async (t) => {
      const { home, open } = setStage(t);
      addManyRows(home);
      leave(home);
      const both = await open({ threads: 2 }).rescan({ full: false });
      const one = await fullScan(home.path);
      assert.deepEqual(both.aggregate, one.aggregate);
      assert.equal(both.scan_meta.messages_scanned, one.scan_meta.messages_scanned);
    });
  }

  for (const { when, written, title } of [
    { when: 'while nothing is written', written: 'never', title: 'As the first saw it' },
    {
      when: 'but looks itself if something was written before it came',
      written: 'before',
      title: 'As it is',
    },
    { when: 'but looks itself if something was written since', written: 'after', title: 'As it is' },
  ]) {
    it(`uses in the second what the first has seen, ${when}`, async (t) => {
      const { home } = setStage(t);
      const id = home.addSession({ title: 'As it is' }, [{ content: 'error' }]);
      const { driver } = await loadDriver();
      const database = SessionDatabase.open(home.path, driver);
      t.after(() => database.close());
      const seen = { ...database.header(id)!, title: 'As the first saw it' };
      const dataVersion = database.dataVersion();
      const second = new AnalystThread(WORKER_FILE, {
        role: 'analyse',
        home: home.path,
        generation: null,
        cancelMemory: new SharedArrayBuffer(4),
      });
      t.after(() => second.end());
      if (written === 'before') home.addSession();
      second.start();
      await new Promise<void>((compared) =>
        second.shareSightings(() => {
          compared();
          return database.dataVersion() === dataVersion;
        }),
      );
      if (written === 'after') home.addSession();
      const sighting = { dataVersion, header: seen, rows: { all: database.digests.rowsOf(id) } };
      const found: Finding[] = [];
      const assignment = {
        id,
        rows: 1,
        others: undefined,
        known: undefined,
        descent: { parent: null, kind: 'root', hasParent: false } as const,
        sighting,
      };
      await second.work(new AssignmentQueue([assignment]), {
        found: (finding) => found.push(finding),
        helperLost: (reason) => assert.fail(reason),
        breathe: async () => undefined,
      });
      const titles = found.map((one) => one.kind === 'analysed' && one.analysis.record.lifetime.title);
      assert.deepEqual(titles, [title]);
    });
  }

  for (const { when, worker } of [
    { when: 'at its work', worker: '../support/dyingWorker.ts' },
    { when: 'at its start', worker: '../support/stillbornWorker.ts' },
  ]) {
    it(`goes on in one when the other dies ${when}, and passes over nothing`, async () => {
      const assignments = Array.from({ length: 60 }, (_, index) => ({
        id: `s${index}`,
        rows: 1000,
        others: undefined,
        known: undefined,
        descent: { parent: null, kind: 'root', hasParent: false } as const,
      }));
      const found: string[] = [];
      const lost: string[] = [];
      const dying = new AnalystThread(new URL(worker, import.meta.url), {
        role: 'analyse',
        home: '',
        generation: null,
        cancelMemory: new SharedArrayBuffer(4),
      });
      dying.start();
      await analyseAll(
        assignments,
        (some) => Array.from(some, ({ id }) => ({ kind: 'vanished', id })),
        {
          found: (finding) => found.push(finding.kind === 'analysed' ? '' : finding.id),
          helperLost: (reason) => lost.push(reason),
          breathe: async () => undefined,
        },
        dying,
      );
      await dying.end();
      assert.deepEqual(lost, ['The second scan thread ended unexpectedly']);
      assert.deepEqual(found.toSorted(), assignments.map(({ id }) => id).toSorted());
    });
  }

  it('is cancelled in both', async (t) => {
    const { home, open } = setStage(t);
    addManyRows(home);
    const window = open({ threads: 2, workerFile: HELD_AT_METADATA });
    const scanning = window.rescan({ full: false });
    await next(window, 'metadata');
    window.cancel();
    await assert.rejects(scanning, { name: 'ScanCancelled' });
    assert.equal((await window.rescan({ full: false })).aggregate.session_count, SESSIONS);
  });
});
