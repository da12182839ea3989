import assert from 'node:assert/strict';
import { renameSync, rmSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { HistoryScan } from '../../../../src/scanning/scan/historyScan.ts';
import { CancelFlag } from '../../../../src/scanning/worker/cancelFlag.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { historyScanOf } from '../support/historyScans.ts';

const ON_WINDOWS = process.platform === 'win32' && 'a file that is open cannot be replaced there';
/** A scan that never gives up is given up here. */
const MOST_ATTEMPTS = 12;

describe('a scan of a history that changes under it', () => {
  let home: TemporaryHome;
  let scan: HistoryScan;
  let cancel: CancelFlag;
  /** What another program does each time that the scan has looked, and has read nothing yet. */
  let meanwhile: (attempt: number) => void;
  let attempts: number;
  let writes: number;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'a' }, [{ content: 'error' }]);
    cancel = new CancelFlag();
    meanwhile = () => undefined;
    attempts = 0;
    writes = 0;
    const onLook = (): void => {
      if (++attempts < MOST_ATTEMPTS) meanwhile(attempts);
    };
    scan = historyScanOf(home.path, onLook, cancel);
  });
  afterEach(() => {
    scan.close();
    home.remove();
  });

  async function run(): Promise<{ sessions: number; errors: number }> {
    attempts = 0;
    const request = { id: 'scan', full: false, requestedAt: 0, startedAt: 0, first: false };
    const { ledger, settle } = await scan.run(request, { mode: 'dashboard', generation: 3 }, () => undefined);
    settle();
    const { session_count, total_errors } = ledger.figures();
    return { sessions: session_count, errors: total_errors };
  }

  /** Hermes comes, writes and goes. The time stamps differ, however coarse the clock of the file system is. */
  function visit(): void {
    home.addMessage('a', { content: 'error' });
    home.rest();
    utimesSync(home.databasePath, 1000 + ++writes, 1000 + writes);
  }

  /** Puts another history in the place of this one, with a log or without. */
  function restoreBackup(): void {
    const backup = TemporaryHome.create();
    for (const id of ['x', 'y']) backup.addSession({ id }, [{ content: 'docker' }]);
    backup.rest();
    home.rest();
    for (const log of ['-wal', '-shm']) rmSync(home.databasePath + log, { force: true });
    renameSync(backup.databasePath, home.databasePath);
    backup.remove();
  }

  it('starts over when it was written to where nobody had it open', async () => {
    visit();
    meanwhile = (attempt) => attempt === 1 && visit();
    assert.deepEqual(await run(), { sessions: 1, errors: 3 });
    assert.equal(attempts, 2);
  });

  it('gives up, and says why, when that happens again and again', async () => {
    visit();
    meanwhile = visit;
    await assert.rejects(run(), { name: 'HermesDatabaseError', code: 'changed' });
    assert.equal(attempts, 5);
  });

  it('does not start over once it was cancelled', async () => {
    visit();
    await run();
    meanwhile = () => {
      visit();
      cancel.raise();
    };
    // Nothing is to be read this time: what is noticed is the change, before the cancel.
    await assert.rejects(run(), { name: 'ScanCancelled' });
    assert.equal(attempts, 1);
  });

  for (const [when, leave] of [
    ['while Hermes runs', () => undefined],
    ['at rest', () => visit()],
  ] as const) {
    it(`counts the one history that was put in its place, and nothing of both, ${when}`, {
      skip: ON_WINDOWS,
    }, async () => {
      leave();
      await run();
      meanwhile = (attempt) => attempt === 1 && restoreBackup();
      assert.deepEqual(await run(), { sessions: 2, errors: 0 });
    });

    it(`counts the one that was put in its place while it was read for the first time, ${when}`, {
      skip: ON_WINDOWS,
    }, async () => {
      leave();
      meanwhile = (attempt) => attempt === 1 && restoreBackup();
      assert.deepEqual(await run(), { sessions: 2, errors: 0 });
    });
  }
});
