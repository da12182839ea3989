import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RunningMaximum } from '../../../../src/metrics/sums/runningMaximum.ts';

/** Small numbers and large ones are kept in different places. */
const NUMBERS = [0, 1, 3, 3, 1_023, 1_024, 1_025, 1_025, 5_000_000_000];

describe('a running maximum', () => {
  it('is 0 without numbers', () => {
    assert.equal(new RunningMaximum().value, 0);
  });

  it('is the greatest of those that are there, as they come', () => {
    const maximum = new RunningMaximum();
    const seen = NUMBERS.map((number) => {
      maximum.add(number);
      return maximum.value;
    });
    assert.deepEqual(seen, NUMBERS);
  });

  it('is the greatest of those that are left, as they go', () => {
    const maximum = new RunningMaximum();
    for (const number of NUMBERS) maximum.add(number);
    const seen = NUMBERS.toReversed().map((number) => {
      const before = maximum.value;
      maximum.remove(number);
      return before;
    });
    assert.deepEqual([...seen, maximum.value], [...NUMBERS.toReversed(), 0]);
  });

  it('does not change when a lesser one goes', () => {
    const maximum = new RunningMaximum();
    for (const number of [7, 9, 2_000]) maximum.add(number);
    maximum.remove(9);
    assert.equal(maximum.value, 2_000);
  });
});
