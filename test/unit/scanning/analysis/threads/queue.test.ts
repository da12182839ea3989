import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Assignment } from '../../../../../src/scanning/analysis/threads/assignment.ts';
import { AssignmentQueue, rowsOf } from '../../../../../src/scanning/analysis/threads/queue.ts';

function assignment(id: string, rows: number): Assignment {
  return {
    id,
    rows,
    others: undefined,
    known: undefined,
    descent: { parent: null, kind: 'root', hasParent: false } as const,
  };
}

const idsOf = (assignments: Iterable<Assignment>): string[] => Array.from(assignments, ({ id }) => id);

describe('a queue of sessions', () => {
  it('hands out each once, in their order, and says how many rows are left', () => {
    const queue = new AssignmentQueue([assignment('a', 5), assignment('b', 7)]);
    assert.deepEqual([queue.rowsLeft, queue.isEmpty], [12, false]);
    assert.equal(queue.take()?.id, 'a');
    assert.equal(queue.rowsLeft, 7);
    assert.equal(queue.take()?.id, 'b');
    assert.deepEqual([queue.take(), queue.rowsLeft, queue.isEmpty], [undefined, 0, true]);
  });

  it('hands out a batch of about a thousand rows, and a longer session alone', () => {
    const queue = new AssignmentQueue([
      ...Array.from({ length: 6 }, (_, index) => assignment(`s${index}`, 300)),
      assignment('long', 50_000),
      assignment('last', 1),
    ]);
    assert.deepEqual(idsOf(queue.takeBatch()), ['s0', 's1', 's2', 's3']);
    assert.deepEqual(idsOf(queue.takeBatch()), ['s4', 's5', 'long']);
    assert.deepEqual(idsOf(queue.takeBatch()), ['last']);
    assert.deepEqual(queue.takeBatch(), []);
  });

  it('takes back what was handed out and not done, its rows with it', () => {
    const queue = new AssignmentQueue([assignment('a', 600), assignment('b', 600)]);
    const batch = queue.takeBatch();
    assert.equal(queue.isEmpty, true);
    queue.giveBack(batch);
    assert.deepEqual([queue.isEmpty, queue.rowsLeft, rowsOf(batch)], [false, 1200, 1200]);
    assert.deepEqual(idsOf(queue.takeBatch()), ['a', 'b']);
    assert.equal(queue.rowsLeft, 0);
  });

  it('hands out one at least, however little time there is, and no more once it is over', () => {
    const queue = new AssignmentQueue([assignment('a', 1), assignment('b', 1)]);
    assert.deepEqual(idsOf(queue.takeFor(0)), ['a']);
    assert.deepEqual(idsOf(queue.takeFor(60_000)), ['b']);
  });
});
