import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureWords, panelProblem } from '../../../../../src/surfaces/panel/conversation/problem.ts';
import { problem, problemOf } from '../../../../../src/words/problem.ts';
import { english, type Translate } from '../../../../../src/words/translate.ts';
import { FakeHistory } from '../../../../panel/fakeHistory.ts';

const german: Translate = (sentence, ...values) =>
  sentence === 'Another program keeps {0} locked: try again when it has finished'
    ? `${values[0]} ist gesperrt`
    : english(sentence, ...values);
const LOCKED = problem('database.locked', 'state.db');

describe('what the panel says when there is nothing to show', () => {
  it('is that there is no history, where Hermes has none', async () => {
    const history = Object.assign(new FakeHistory(), { databaseExists: false });
    const { kind, home } = await panelProblem(LOCKED, history, german);
    assert.deepEqual([kind, home], ['noHistory', history.place.home]);
  });

  it('is what failed, where there is one', async () => {
    const { kind, message } = await panelProblem(LOCKED, new FakeHistory(), german);
    assert.deepEqual([kind, message], ['failed', 'state.db ist gesperrt']);
  });

  it('is what failed, where nobody can say whether there is one', async () => {
    const history = new FakeHistory();
    history.exists = () => Promise.reject(new Error('not now'));
    assert.equal((await panelProblem(problemOf('no Error at all'), history, german)).kind, 'failed');
  });

  it('is never longer than the protocol lets pass', () => {
    assert.equal(failureWords(problem('other', 'x'.repeat(9_000)), german).length, 500);
  });
});
