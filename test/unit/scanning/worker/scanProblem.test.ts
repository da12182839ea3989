import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { errorOrigin, scanProblem } from '../../../../src/scanning/worker/scanProblem.ts';
import { inEnglish, problem } from '../../../../src/words/problem.ts';

const wordsFor = (error: unknown): string => inEnglish(scanProblem(error));

function thrownBy(fail: () => unknown): unknown {
  try {
    fail();
  } catch (error) {
    return error;
  }
  assert.fail('nothing was thrown');
}

describe('the words for an error', () => {
  it('are its own where it was written for people, in one line', () => {
    const error = new HermesDatabaseError('locked', problem('other', 'Another program\n  keeps it locked'));
    assert.equal(wordsFor(error), 'Another program keeps it locked');
    assert.equal(errorOrigin(error), undefined);
  });

  it('never quote the history, as those of a parser would', () => {
    const error = thrownBy(() => JSON.parse('my secret diary'));
    assert.match(String(error), /secret/);
    assert.equal(wordsFor(error), 'An unexpected error stopped the scan (SyntaxError)');
  });

  it('leave where it came from to the log, without its message', () => {
    const origin = errorOrigin(thrownBy(() => JSON.parse('my secret diary')));
    assert.match(origin ?? '', /scanProblem\.test\.ts/);
    assert.doesNotMatch(origin ?? '', /secret/);
  });
});
