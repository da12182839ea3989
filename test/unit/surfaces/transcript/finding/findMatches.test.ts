import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SIGNALS, TEXT_COUNTERS, type TextCounterRule } from '../../../../../src/metrics/vocabulary.ts';
import { findMatches } from '../../../../../src/surfaces/transcript/finding/findMatches.ts';
import { patternsOf } from '../../../../../src/surfaces/transcript/finding/vocabularyRule.ts';
import { pythonPattern } from '../../../../yardstick/pythonPattern.ts';

const RULES: readonly (readonly [string, TextCounterRule])[] = Object.entries(TEXT_COUNTERS);

function found(text: string, ...rules: Parameters<typeof patternsOf>[0][]): string[] {
  return Array.from(findMatches(text, rules.map(patternsOf)), ({ start, end }) => text.slice(start, end));
}

/** Places as one regular expression finds them: right by construction, and too slow for hostile texts. */
function foundByExpression(text: string, { any, onLowercasedText }: TextCounterRule): [number, number][] {
  const source = any.map((pattern) => pythonPattern(pattern, onLowercasedText !== true)).join('|');
  const searched = onLowercasedText ? text.toLowerCase() : text;
  return Array.from(searched.matchAll(new RegExp(source, 'gu')), ({ 0: match, index }) => [
    index,
    index + match.length,
  ]);
}

describe('the places that counted', () => {
  for (const [name, rule] of RULES) {
    it(`are those of the expression for ${name}`, () => {
      const pieces = fc.constantFrom(...piecesOf(rule.any), ' ', '\n', 'é', '-', 'x', '.', '/', '日');
      const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
      fc.assert(
        fc.property(texts, (text) => {
          const places = Array.from(findMatches(text, [patternsOf(rule)]), ({ start, end }) => [start, end]);
          assert.deepEqual(places, foundByExpression(text, rule));
        }),
      );
    });
  }

  it('are whole words where the vocabulary says so', () => {
    assert.deepEqual(found('error errors Not Found éerror _failed', SIGNALS.error), ['error', 'Not Found']);
  });

  it('are paths up to the last extension in their run', () => {
    assert.deepEqual(found('see ~/a/b.json and ./x.py.txt, not .py', SIGNALS.file_path), [
      '~/a/b.js',
      './x.py',
    ]);
  });

  it('are port conflicts from the number on', () => {
    assert.deepEqual(found('port 3000 is already in use', SIGNALS.port_conflict), ['3000 is already in use']);
  });

  it('of several rules stand in order and apart', () => {
    assert.deepEqual(
      found('npm install failed; kill', SIGNALS.restart, SIGNALS.error, SIGNALS.package_install),
      ['npm install', 'failed', 'kill'],
    );
  });

  it('are only the first words of what reaches over a long line', () => {
    const text = `docker ${'x'.repeat(1000)} name already`;
    assert.deepEqual(found(text, TEXT_COUNTERS.docker_conflict_events), [text.slice(0, 80)]);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['docker', 'docker '],
    ['docker name', 'docker name '],
    ['beginnings of paths', './'],
    ['a run of letters', 'a'],
    ['white space after git', `git${' '.repeat(50_000)}`],
    ['missing', 'missing '],
    ['ports', '3000 '],
    ['dots', '.js/'],
  ];
  for (const [name, unit] of hostile) {
    it(`are found in eight million characters of ${name}`, () => {
      const text = unit.repeat(Math.ceil(8e6 / unit.length));
      let places = 0;
      for (const rule of [...RULES.map(([, rule]) => rule), ...Object.values(SIGNALS)]) {
        for (const _ of findMatches(text, [patternsOf(rule)])) places++;
      }
      assert.ok(places <= text.length);
    });
  }
});

/** Spellings that come near to matching: a pattern's words, without its notation. */
function piecesOf(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) =>
    pattern
      .replace(/\\[bsw]|[*+?]/g, ' ')
      .split(/[\s()|[\]]+/)
      .filter(Boolean)
      .flatMap((word) => [word.replaceAll('\\', ''), word.replaceAll('\\', '').toUpperCase()]),
  );
}
