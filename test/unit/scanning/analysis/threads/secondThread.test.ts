import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { AssignmentQueue } from '../../../../../src/scanning/analysis/threads/queue.ts';
import { AnalystThread } from '../../../../../src/scanning/analysis/threads/secondThread.ts';
import type { AnalystReply } from '../../../../../src/scanning/worker/protocol.ts';
import { problem } from '../../../../../src/words/problem.ts';

const ASSIGNMENT = {
  id: 's',
  rows: 1,
  others: undefined,
  known: undefined,
  descent: { parent: null, kind: 'root', hasParent: false } as const,
};

/** What becomes of work when the second thread fails with these words. */
function failingWith(t: TestContext, reply: Partial<AnalystReply>) {
  const thread = new AnalystThread(new URL('../../support/failingAnalyst.ts', import.meta.url), {
    role: 'analyse',
    home: JSON.stringify({
      type: 'failed',
      code: null,
      problem: problem('other', ''),
      cancelled: false,
      ...reply,
    }),
    generation: null,
    cancelMemory: new SharedArrayBuffer(4),
  });
  t.after(() => thread.end());
  const queue = new AssignmentQueue([ASSIGNMENT]);
  const lost: string[] = [];
  const work = thread.work(queue, {
    found: () => assert.fail('something was found'),
    helperLost: (reason) => lost.push(reason),
    breathe: async () => undefined,
  });
  return { thread, queue, lost, work };
}

describe('the second thread', () => {
  it('that is cancelled ends the scan, and does not pass for one that died', async (t) => {
    const { thread, lost, work } = failingWith(t, { cancelled: true });
    await assert.rejects(work, { name: 'ScanCancelled' });
    assert.throws(() => thread.throwIfFailed(), { name: 'ScanCancelled' });
    assert.deepEqual(lost, []);
  });

  it('that met a problem of the whole history ends the scan with it', async (t) => {
    const { thread, lost, work } = failingWith(t, {
      code: 'locked',
      problem: problem('other', 'It is locked'),
    });
    const expected = { name: 'HermesDatabaseError', code: 'locked', message: 'It is locked' };
    await assert.rejects(work, expected);
    assert.throws(() => thread.throwIfFailed(), expected);
    assert.deepEqual(lost, []);
  });

  it('that failed by itself gives its share back', async (t) => {
    const { thread, queue, lost, work } = failingWith(t, {
      problem: problem('other', 'No SQLite library can be loaded'),
    });
    await work;
    thread.throwIfFailed();
    assert.deepEqual(lost, ['No SQLite library can be loaded']);
    assert.deepEqual(queue.take(), ASSIGNMENT);
  });
});
