import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { persevering } from '../../../../src/hermes/sqlite/perseverance.ts';

const PASSING = new HermesDatabaseError('unreadable', 'busy', { isPassing: true });
const LASTING = new HermesDatabaseError('corrupt', 'damaged');

describe('what fails for a moment', () => {
  /** Fails as told, then goes well. */
  function failing(...errors: readonly Error[]): { act: () => string; tries: () => number } {
    let tries = 0;
    return {
      act: () => {
        const error = errors[tries++];
        if (error) throw error;
        return 'done';
      },
      tries: () => tries,
    };
  }

  it('is tried three times, 50 ms apart', () => {
    const { act, tries } = failing(PASSING, PASSING);
    const began = performance.now();
    assert.equal(persevering(act), 'done');
    assert.equal(tries(), 3);
    assert.ok(performance.now() - began >= 99);
  });

  it('is an error when it fails a third time', () => {
    const { act, tries } = failing(PASSING, PASSING, PASSING);
    assert.throws(() => persevering(act), PASSING);
    assert.equal(tries(), 3);
  });

  it('is not what fails for good', () => {
    for (const error of [LASTING, new Error('a mistake')]) {
      const { act, tries } = failing(error);
      assert.throws(() => persevering(act), error);
      assert.equal(tries(), 1);
    }
  });

  it('is not tried again by who has waited for long already', () => {
    let tries = 0;
    const act = (): never => {
      tries++;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_010);
      throw PASSING;
    };
    assert.throws(() => persevering(act), PASSING);
    assert.equal(tries, 1);
  });
});
