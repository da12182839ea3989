import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { restarting } from '../../../../src/scanning/scan/restarts.ts';
import { problem } from '../../../../src/words/problem.ts';

const changed = (): HermesDatabaseError =>
  new HermesDatabaseError('changed', problem('database.changed', 'state.db'));

/** Attempts of which so many meet another error than the first. */
function failing(times: number, error: () => Error) {
  const calls = { attempts: 0, restarts: 0 };
  const attempt = async (): Promise<string> => {
    if (calls.attempts++ < times) throw error();
    return 'read';
  };
  return { calls, run: () => restarting(attempt, () => void calls.restarts++) };
}

describe('a scan of a history that changes under it', () => {
  it('starts over until it has read one state', async () => {
    const { calls, run } = failing(3, changed);
    assert.equal(await run(), 'read');
    assert.deepEqual(calls, { attempts: 4, restarts: 3 });
  });

  it('gives up after five attempts', async () => {
    const { calls, run } = failing(6, changed);
    await assert.rejects(run(), { code: 'changed' });
    assert.equal(calls.attempts, 5);
  });

  it('does not start over for anything else', async () => {
    const { calls, run } = failing(
      1,
      () => new HermesDatabaseError('locked', problem('database.locked', 'state.db')),
    );
    await assert.rejects(run(), { code: 'locked' });
    assert.equal(calls.attempts, 1);
  });

  it('ends where somebody has called it off meanwhile', async () => {
    const attempt = (): Promise<never> => Promise.reject(changed());
    const startOver = (): never => {
      throw new Error('called off');
    };
    await assert.rejects(restarting(attempt, startOver), /called off/);
  });
});
