import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { persevering } from '../../../../src/hermes/sqlite/perseverance.ts';
import { problem } from '../../../../src/words/problem.ts';

const PASSING = new HermesDatabaseError('unreadable', problem('other', 'busy'), { isPassing: true });
const LASTING = new HermesDatabaseError('corrupt', problem('other', 'damaged'));

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

  /** A clock that moves only while the thread stands still. @returns how long each of the pauses was */
  function stoppedClock(t: TestContext): { pauses: number[]; wait: (ms: number) => void } {
    let now = 0;
    const pauses: number[] = [];
    t.mock.method(performance, 'now', () => now);
    t.mock.method(Atomics, 'wait', (_cell: unknown, _at: number, _value: number, ms: number) => {
      pauses.push(ms);
      now += ms;
      return 'timed-out';
    });
    return { pauses, wait: (ms) => (now += ms) };
  }

  it('is tried three times, 50 ms apart', (t) => {
    const { pauses } = stoppedClock(t);
    const { act, tries } = failing(PASSING, PASSING);
    assert.equal(persevering(act), 'done');
    assert.equal(tries(), 3);
    assert.deepEqual(pauses, [50, 50]);
  });

  it('is an error when it fails a third time', (t) => {
    stoppedClock(t);
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

  it('is not tried again by who has waited for long already', (t) => {
    const { wait } = stoppedClock(t);
    for (const [waited, tried] of [
      [1_000, 2],
      [1_001, 1],
    ] as const) {
      let tries = 0;
      const act = (): never => {
        tries++;
        wait(waited);
        throw PASSING;
      };
      assert.throws(() => persevering(act), PASSING);
      assert.equal(tries, tried);
    }
  });
});
