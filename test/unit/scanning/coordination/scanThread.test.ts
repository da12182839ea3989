import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { ScanThread } from '../../../../src/scanning/coordination/scanThread.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { WORKER_FILE } from '../../../support/scanWorker.ts';
import { addSessions, setStage } from '../support/stage.ts';

function threadFor(t: TestContext, home: string, file: URL = WORKER_FILE): ScanThread {
  const options = {
    role: 'scan',
    home,
    historyMode: 'lifetime',
    workerFile: '',
    save: true,
    threads: 1,
    cancelMemory: new SharedArrayBuffer(4),
  } as const;
  const thread = new ScanThread(file, options, {
    onEvent: () => undefined,
    onLog: () => undefined,
    onNotice: () => undefined,
  });
  t.after(() => thread.close());
  return thread;
}

describe('what is asked of the scan thread', () => {
  it('is answered one after another, each with its own answer', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 20);
    const thread = threadFor(t, home.path);
    const [first, loaded, second] = await Promise.all([thread.scan(false), thread.load(), thread.scan(true)]);
    assert.ok(first.ok && second.ok);
    assert.equal(loaded?.scan_meta.scan_id, first.snapshot.scan_meta.scan_id);
    assert.equal(second.snapshot.scan_meta.mode, 'full');
  });

  it('is an error for who waits when the thread dies', async (t) => {
    const { home } = setStage(t);
    const thread = threadFor(t, home.path, new URL('../support/dyingWorker.ts', import.meta.url));
    await assert.rejects(thread.scan(false), { message: 'The scan worker ended unexpectedly' });
  });

  it('is answered by another thread after one that died', async (t) => {
    const { home } = setStage(t);
    const thread = threadFor(t, home.path, new URL('../support/throwingOnceWorker.ts', import.meta.url));
    const [first, second] = await Promise.allSettled([thread.scan(false), thread.scan(false)]);
    assert.equal(first.status === 'rejected' && first.reason.message, 'no');
    assert.equal(
      second.status === 'fulfilled' && !second.value.ok && inEnglish(second.value.problem),
      'answered',
    );
  });

  it('starts no thread where there is nothing to write down', async (t) => {
    const { home } = setStage(t);
    const thread = threadFor(t, home.path);
    await thread.flush();
    assert.equal(thread.started, false);
  });

  it('is cancelled once the thread is closed', async (t) => {
    const { home } = setStage(t);
    const thread = threadFor(t, home.path);
    await thread.close();
    await assert.rejects(thread.scan(false), { name: 'ScanCancelled' });
  });
});
