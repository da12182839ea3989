import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CommonWords } from '../../../../src/archive/session/commonWords.ts';

describe('words that sessions have in common', () => {
  it('are what was read', () => {
    const words = new CommonWords();
    assert.deepEqual(
      ['one folder', 'another', 'one folder', '', null].map((text) => words.text(text)),
      ['one folder', 'another', 'one folder', '', null],
    );
  });

  it('name one list of models for all sessions of a model, and none for those without', () => {
    const words = new CommonWords();
    assert.deepEqual(words.models('openai/gpt-5'), ['openai/gpt-5']);
    assert.equal(words.models('openai/gpt-5'), words.models('openai/gpt-5'));
    assert.deepEqual([words.models(null), words.models('')], [[], []]);
  });
});
