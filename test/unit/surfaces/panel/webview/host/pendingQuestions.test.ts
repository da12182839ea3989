import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageAnswer } from '../../../../../../src/surfaces/panel/protocol/questions.ts';
import { PendingQuestions } from '../../../../../../src/surfaces/panel/webview/host/pendingQuestions.ts';

const ANSWER: PageAnswer = { kind: 'reached', value: [] };

describe('the questions of pages', () => {
  it('are answered under their own number, once', () => {
    const questions = new PendingQuestions();
    const heard: [string, PageAnswer | null][] = [];
    const first = questions.ask({ kind: 'reached' }, (answer) => heard.push(['first', answer]));
    const second = questions.ask({ kind: 'day', day: 1 }, (answer) => heard.push(['second', answer]));
    assert.deepEqual(second, { type: 'ask', ask: 2, question: { kind: 'day', day: 1 } });
    questions.settle({ ask: 2, answer: null });
    questions.settle({ ask: 1, answer: ANSWER });
    questions.settle({ ask: 1, answer: ANSWER });
    assert.equal(first.type === 'ask' && first.ask, 1);
    assert.deepEqual(heard, [
      ['second', null],
      ['first', ANSWER],
    ]);
  });

  it('about a former history are not answered any more', () => {
    const questions = new PendingQuestions();
    questions.ask({ kind: 'reached' }, () => assert.fail('an answer about another history'));
    questions.forget();
    questions.settle({ ask: 1, answer: ANSWER });
    let next = 0;
    const asked = questions.ask({ kind: 'reached' }, () => next++);
    assert.equal(asked.type === 'ask' && asked.ask, 2);
    questions.settle({ ask: 2, answer: ANSWER });
    assert.equal(next, 1);
  });
});
