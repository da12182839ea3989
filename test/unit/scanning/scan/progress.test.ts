import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { ProgressEvent } from '../../../../src/scanning/events.ts';
import { ScanProgress } from '../../../../src/scanning/scan/progress.ts';

/** The progress of 10 sessions, 4 of them reused, with 600 rows to read, by a clock that the test moves. */
function begin(t: TestContext) {
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  const told: ProgressEvent[] = [];
  const progress = new ScanProgress('scan', 10, 4, 600, (event) => told.push(event));
  const wait = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { progress, told, wait };
}

describe('the progress of a scan', () => {
  it('begins with the sessions that need no reading', (t) => {
    const { progress, told } = begin(t);
    progress.tell();
    assert.deepEqual(
      [told[0]?.scanned, told[0]?.total, told[0]?.elapsed_ms, told[0]?.remaining_ms],
      [4, 10, 0, null],
    );
  });

  it('is told of the first session, and then at most every 50 ms', (t) => {
    const { progress, told, wait } = begin(t);
    for (const pause of [0, 20, 20, 20, 49, 1]) {
      wait(pause);
      progress.advance(100);
    }
    assert.deepEqual(
      told.map(({ scanned }) => scanned),
      [5, 8, 10],
    );
  });

  it('is estimated from rows once there is enough to estimate from', (t) => {
    const { progress, told, wait } = begin(t);
    wait(299);
    progress.advance(150);
    wait(101);
    progress.advance(50);
    wait(600);
    progress.advance(400);
    assert.deepEqual(
      told.map(({ remaining_ms }) => remaining_ms),
      [null, 800, 0],
    );
  });
});
