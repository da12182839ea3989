import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  costStory,
  costWords,
  dollars,
  rowName,
  shortCostWords,
} from '../../../../../../src/surfaces/panel/webview/words/usageWords.ts';
import { figures } from '../../../../../support/usage/figures.ts';

describe('words of cost', () => {
  it('never call unknown zero: what is not priced says so, and what is free costs $0.00', () => {
    assert.equal(
      costWords(figures({ input: 5, cost: { unpriced_tokens: 5, unpriced_sessions: 1 } })),
      'not priced',
    );
    assert.equal(costWords(figures({ input: 5, cost: { estimated: 0 } })), '~$0.00');
    assert.equal(costWords(figures({ input: 5, cost: { included_sessions: 1 } })), 'by subscription');
    assert.equal(costWords(figures()), '');
  });

  it('keep what was billed apart from estimates, and add them up only where there is no room', () => {
    const both = figures({ input: 5, cost: { actual: 1.2, estimated: 0.3, unpriced_tokens: 2 } });
    assert.equal(costWords(both), '$1.20 + ~$0.30');
    assert.equal(shortCostWords(both), '~$1.50');
    assert.equal(costStory(both), '$1.20 billed · $0.30 estimated by Hermes · not priced: 2 tokens');
  });

  it('tell less than a cent exactly', () => {
    assert.equal(dollars(0.000123), '$0.000123');
    assert.equal(dollars(12.3456), '$12.35');
  });
});

describe('the name of a row', () => {
  it('is a date, a week or a month of its time, and a plain word for what is not known', () => {
    assert.equal(rowName({ by: 'day', key: '2026-03-02' }), 'Mar 2, 2026');
    assert.equal(rowName({ by: 'week', key: '2026-W10' }), 'Week 10 of 2026');
    assert.equal(rowName({ by: 'month', key: '2026-03' }), 'March 2026');
    assert.equal(rowName({ by: 'provider', key: null }), 'no provider');
    assert.equal(rowName({ by: 'project', key: null }), 'no folder');
    assert.equal(rowName({ by: 'session', key: 'abc' }, ''), 'Untitled session');
  });

  it('hides nothing in what a history has written', () => {
    assert.equal(rowName({ by: 'model', key: 'a\u202eb\nc' }), 'a\ufffdb c');
  });
});
