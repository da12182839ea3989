import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePattern } from '../../../../../src/metrics/automaton/rules/notation.ts';

const spell = (source: string) => {
  const { parts, gaps } = parsePattern(source);
  return { parts: parts.map((words) => words.map(({ text }) => text)), gaps };
};

describe('the notation of the vocabulary', () => {
  it('spells out groups and options in the order in which they are tried', () => {
    assert.deepEqual(spell('x\\.(js|ya?ml)').parts, [['x.js', 'x.yaml', 'x.yml']]);
  });

  it('spells out classes', () => {
    assert.deepEqual(spell('open[- ]weight').parts, [['open-weight', 'open weight']]);
  });

  it('parts a phrase at its gaps', () => {
    assert.deepEqual(spell('a\\s*[:=]\\s+b.*c'), {
      parts: [['a'], [':', '='], ['b'], ['c']],
      gaps: ['space*', 'space+', 'line'],
    });
  });

  it('tells where a word must begin or end', () => {
    assert.deepEqual(parsePattern('\\bgit\\b').parts[0], [{ text: 'git', before: true, after: true }]);
  });

  for (const source of ['a+', 'a{2}', '\\d', 'a\\bb', '^a', 'a)']) {
    it(`refuses ${source}, which no rule would match`, () => assert.throws(() => parsePattern(source)));
  }
});
