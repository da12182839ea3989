import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RunningMaximum } from '../../../../src/metrics/sums/runningMaximum.ts';

const NUMBERS = [0, 1, 3, 3, 1_023, 1_024, 1_025, 1_025, 5_000_000_000];

/** A running maximum and the numbers that are there. */
class Numbers {
  readonly #there: number[] = [];
  readonly #maximum = new RunningMaximum(() => this.#there);

  add(number: number): number {
    this.#there.push(number);
    this.#maximum.add(number);
    return this.#maximum.value;
  }

  remove(number: number): number {
    this.#there.splice(this.#there.indexOf(number), 1);
    this.#maximum.remove(number);
    return this.#maximum.value;
  }
}

describe('a running maximum', () => {
  it('is 0 without numbers', () => {
    assert.equal(new RunningMaximum(() => []).value, 0);
  });

  it('is the greatest of those that are there, as they come', () => {
    const numbers = new Numbers();
    assert.deepEqual(
      NUMBERS.map((number) => numbers.add(number)),
      NUMBERS,
    );
  });

  it('is the greatest of those that are left, as they go', () => {
    const numbers = new Numbers();
    for (const number of NUMBERS) numbers.add(number);
    const left = NUMBERS.toReversed().map((number) => numbers.remove(number));
    assert.deepEqual(left, [...NUMBERS.toReversed().slice(1), 0]);
  });

  it('is the greatest of those that are left when several go at once', () => {
    const there = [7, 9];
    const maximum = new RunningMaximum(() => there);
    for (const number of [7, 9, 12, 2_000]) maximum.add(number);
    maximum.remove(2_000);
    maximum.remove(12);
    assert.equal(maximum.value, 9);
  });

  it('does not look at all of them when a lesser one goes, or the greatest has grown', () => {
    const maximum = new RunningMaximum(() => assert.fail('all were looked at'));
    for (const number of [7, 9, 2_000, 2_001]) maximum.add(number);
    for (const number of [9, 2_000]) maximum.remove(number);
    assert.equal(maximum.value, 2_001);
  });
});
