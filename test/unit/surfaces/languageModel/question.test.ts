import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  LIMIT,
  parseQuestion,
  QUESTIONS,
  UnusableQuestion,
} from '../../../../src/surfaces/languageModel/question.ts';

const { contributes } = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
);
const declared = contributes.languageModelTools[0].inputSchema.properties;

describe('a question of a language model', () => {
  it('lists ten badges unless told otherwise', () => {
    assert.deepEqual(parseQuestion({ question: 'nearest' }), { question: 'nearest', limit: 10 });
  });

  it('lists as many badges as asked', () => {
    assert.deepEqual(parseQuestion({ question: 'unlocked', limit: 3 }), { question: 'unlocked', limit: 3 });
  });

  it('drops keys that mean nothing to it', () => {
    assert.deepEqual(parseQuestion({ question: 'summary', badge: 'x', why: 1 }), { question: 'summary' });
  });

  const unusable: [string, unknown][] = [
    ['nothing', undefined],
    ['a text', 'unlocked'],
    ['another question', { question: 'messages' }],
    ['a badge without a name', { question: 'badge' }],
    ['a badge of blanks', { question: 'badge', badge: '  ' }],
    ['a name without end', { question: 'badge', badge: 'x'.repeat(201) }],
    ['no badges at all', { question: 'nearest', limit: 0 }],
    ['more badges than there are', { question: 'nearest', limit: 61 }],
    ['half a badge', { question: 'nearest', limit: 1.5 }],
  ];
  for (const [what, input] of unusable) {
    it(`is refused with words on how to ask, for ${what}`, () => {
      assert.throws(
        () => parseQuestion(input),
        (error) =>
          error instanceof UnusableQuestion && QUESTIONS.every((name) => error.message.includes(name)),
      );
    });
  }
});

describe('the input schema in package.json', () => {
  it('offers the questions that are answered', () => {
    assert.deepEqual(declared.question.enum, QUESTIONS);
  });

  it('offers the limits that are kept', () => {
    const { minimum, maximum, default: usual } = declared.limit;
    assert.deepEqual({ least: minimum, usual, most: maximum }, LIMIT);
  });
});
