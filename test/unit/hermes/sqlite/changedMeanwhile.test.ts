import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { rereading } from '../../../../src/hermes/sqlite/changedMeanwhile.ts';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { problem } from '../../../../src/words/problem.ts';

/** A clock that stands still, but for what a read takes and the pauses between. */
function stoppedClock(t: TestContext): { take(ms: number): void } {
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  t.mock.method(Atomics, 'wait', (_cell: unknown, _at: number, _value: number, ms: number) => {
    now += ms;
    return 'timed-out';
  });
  return { take: (ms) => (now += ms) };
}

function changed(): never {
  throw new HermesDatabaseError('changed', problem('other', 'changed meanwhile'));
}

describe('what is changed while it is read', () => {
  it('is read again until it stays as it is', (t) => {
    stoppedClock(t);
    let reads = 0;
    assert.equal(
      rereading(() => (++reads < 300 ? changed() : reads)),
      300,
    );
  });

  it('is given up after five seconds, but not before the fifth time', (t) => {
    const clock = stoppedClock(t);
    let reads = 0;
    const readFor = (ms: number) => () => {
      reads++;
      clock.take(ms);
      changed();
    };
    assert.throws(() => rereading(readFor(0)), { code: 'changed' });
    assert.equal(reads, 1_002);
    reads = 0;
    assert.throws(() => rereading(readFor(60_000)), { code: 'changed' });
    assert.equal(reads, 5);
  });

  it('is read once where something else is the matter', () => {
    let reads = 0;
    const damaged = (): never => {
      reads++;
      throw new HermesDatabaseError('corrupt', problem('other', 'damaged'));
    };
    assert.throws(() => rereading(damaged), { code: 'corrupt' });
    assert.equal(reads, 1);
  });
});
