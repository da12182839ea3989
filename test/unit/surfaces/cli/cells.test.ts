import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellWidth, cut, wrap } from '../../../../src/surfaces/cli/cells.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'é', '字', '✅', '❌', ' ', '👩‍💻', 'e\u0301', '️', '한'),
});

describe('the width of a text in a terminal', () => {
  for (const [shown, cells] of [
    ['abc', 3],
    ['✅ ❌', 5],
    ['字', 2],
    ['e\u0301', 1],
    ['👩‍💻', 2],
    ['한글', 4],
    ['', 0],
  ] as const)
    it(`is ${cells} for "${shown}"`, () => assert.equal(cellWidth(shown), cells));
});

describe('a text that is cut', () => {
  it('ends with an ellipsis, and is whole where it fits', () => {
    assert.equal(cut('abcdef', 6), 'abcdef');
    assert.equal(cut('abcdef', 4), 'abc…');
    assert.equal(cut('✅✅✅', 5), '✅✅…');
    assert.equal(cut('✅✅✅', 4), '✅…');
  });

  it('is never wider than asked', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 1, max: 30 }),
        (shown, cells) => cellWidth(cut(shown, cells)) <= cells,
      ),
    );
  });
});

describe('a text that is wrapped', () => {
  it('is broken between words, with an indent from the second line on', () => {
    assert.equal(wrap('one two three', 7), 'one two\nthree');
    assert.equal(wrap('one two three', 9, '  '), 'one two\n  three');
    assert.equal(wrap('  one two', 5, '    '), '  one\n    t\n    w\n    o');
  });

  it('is broken in a word that is wider than a line', () => {
    assert.equal(wrap('Home  /a/long/path', 10, '      '), 'Home\n      /a/l\n      ong/\n      path');
  });

  it('has no line wider than asked and loses nothing but spaces', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (shown, cells) => {
        const lines = wrap(shown, cells, '  ').split('\n');
        assert.ok(lines.every((line) => cellWidth(line) <= cells));
        assert.equal(lines.join('').replaceAll(' ', ''), shown.replaceAll(' ', ''));
      }),
    );
  });
});
