import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Durations, percentile } from '../../../../src/scanning/coordination/durations.ts';

describe('a percentile', () => {
  it('is the value of the nearest rank, in whatever order they came', () => {
    const values = [50, 15, 40, 20, 35];
    assert.deepEqual(
      [0, 0.05, 0.3, 0.4, 0.5, 1].map((p) => percentile(values, p)),
      [15, 15, 20, 20, 35, 50],
    );
  });

  it('is the only value there is, and none of nothing', () => {
    assert.deepEqual([percentile([7], 0.5), percentile([7], 0.95), percentile([], 0.5)], [7, 7, null]);
  });
});

describe('the durations of scans', () => {
  it('are those of the latest hundred', () => {
    const durations = new Durations();
    assert.deepEqual([durations.latest, durations.percentile(0.5)], [null, null]);
    for (let scan = 1; scan <= 150; scan++) durations.add(scan);
    assert.deepEqual([durations.latest, durations.percentile(0), durations.percentile(1)], [150, 51, 150]);
  });
});
