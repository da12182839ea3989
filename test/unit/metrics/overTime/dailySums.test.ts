import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BEFORE_ALL_DAYS, DailySums } from '../../../../src/metrics/overTime/dailySums.ts';

describe('sums by day', () => {
  it('have no day from which everything was taken back', () => {
    const sums = new DailySums(2);
    sums.on(3)[1]! += 7;
    sums.on(5)[0]! += 1;
    sums.on(3)[1]! -= 7;
    assert.deepEqual(sums.runningTotals().days, [5]);
  });

  it('count what has no day on the first that has one', () => {
    const sums = new DailySums(1);
    sums.on(BEFORE_ALL_DAYS)[0]! += 2;
    sums.on(5)[0]! += 1;
    sums.on(8)[0]! += 4;
    assert.deepEqual(sums.runningTotals(), { days: [5, 8], totals: [Float64Array.of(3, 7)] });
  });
});
