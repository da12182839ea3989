import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainLine, readsRightToLeft } from '../../../src/artwork/plainText.ts';

describe('plain line', () => {
  it('leaves an ordinary title as it is', () => {
    assert.equal(plainLine('Fix the "login" bug: part 2, 修复', 80), 'Fix the "login" bug: part 2, 修复');
  });

  it('puts a text of several lines on one', () => {
    assert.equal(plainLine('  one\r\n\ttwo\u2028three\u0085four ', 80), 'one two three four');
  });

  it('makes a right-to-left override visible', () => {
    assert.equal(plainLine('photo\u202egnp.exe', 80), 'photo\ufffdgnp.exe');
  });

  it('makes terminal escapes visible', () => {
    assert.equal(plainLine('\u001b[31mred\u0007', 80), '\ufffd[31mred\ufffd');
  });

  it('replaces a lone surrogate', () => {
    assert.equal(plainLine('a\ud83dz', 80), 'a\ufffdz');
  });

  it('ends a longer text in an ellipsis', () => {
    assert.equal(plainLine('abcdefgh', 5), 'abcd…');
  });

  it('keeps a text of exactly the longest length', () => {
    assert.equal(plainLine('abcde', 5), 'abcde');
  });

  it('does not cut a character in two', () => {
    assert.equal(plainLine('😀😀😀😀', 3), '😀😀…');
  });

  it('cuts a text of a megabyte', () => {
    assert.equal(Array.from(plainLine('long title '.repeat(100_000), 120)).length <= 120, true);
  });

  it('says with an ellipsis that a text of nothing but spaces at first goes on', () => {
    assert.equal(plainLine(`${' '.repeat(10_000)}end`, 10), '…');
  });

  it('never holds a line break or control character, and never exceeds its length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 60 }),
        (text, length) => {
          const line = plainLine(text, length);
          assert.doesNotMatch(line, /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
          assert.ok(Array.from(line).length <= length);
        },
      ),
    );
  });
});

describe('reading direction', () => {
  it('is right to left for Hebrew and Arabic', () => {
    assert.deepEqual(['שלום', 'مرحبا', '42 مرحبا'].map(readsRightToLeft), [true, true, true]);
  });

  it('is left to right for everything else', () => {
    assert.deepEqual(['hello', '你好', '1234', '', 'a שלום'].map(readsRightToLeft), [
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
