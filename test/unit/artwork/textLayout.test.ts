import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { textWidth, wrapText } from '../../../src/artwork/textLayout.ts';

const BOX = { fontSize: 10, maxWidth: 100, maxLines: 3 };

describe('text layout', () => {
  it('keeps a short text on one line', () => {
    assert.deepEqual(wrapText('Let Him Cook', BOX), ['Let Him Cook']);
  });

  it('has no lines for an empty text', () => {
    assert.deepEqual(wrapText('', BOX), []);
  });

  it('breaks between words', () => {
    assert.deepEqual(wrapText('Background Process Enjoyer', BOX), ['Background', 'Process Enjoyer']);
  });

  it('breaks a word that is wider than a line', () => {
    const lines = wrapText('W'.repeat(20), BOX);
    assert.equal(lines.join(''), 'W'.repeat(20));
    assert.ok(lines.length > 1);
  });

  it('breaks Chinese between any two characters', () => {
    assert.deepEqual(wrapText('一二三四五六七八九十甲乙丙', BOX), ['一二三四五六七八九', '十甲乙丙']);
  });

  it('does not start a line with closing punctuation', () => {
    assert.deepEqual(wrapText('一二三四五六七八九。十', BOX), ['一二三四五六七八', '九。十']);
  });

  it('leaves out what does not fit behind an ellipsis', () => {
    const lines = wrapText('one two three four five six seven eight nine ten', { ...BOX, maxLines: 2 });
    assert.deepEqual([lines.length, lines[1]!.endsWith('…')], [2, true]);
  });

  it('does not break a joined emoji', () => {
    const family = '👨‍👩‍👧‍👦';
    const lines = wrapText(family.repeat(12), { ...BOX, maxLines: 5 });
    assert.ok(lines.every((line) => line.replaceAll(family, '') === ''));
  });

  it('takes wide characters for wider than narrow ones', () => {
    assert.ok(textWidth('WWWW', 10) > textWidth('nnnn', 10));
    assert.ok(textWidth('nnnn', 10) > textWidth('iiii', 10));
  });

  it('never has more lines than the box, nor one that is wider', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'W', 'i', ' ', '漢', 'か', '。', 'ع', '😀', '-'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4 }), (content, maxLines) => {
        const lines = wrapText(content, { ...BOX, maxLines });
        assert.ok(lines.length <= maxLines);
        // Punctuation that clings to the character before it may hang over the edge.
        for (const line of lines) assert.ok(textWidth(line.replace(/[。-]+$/u, ''), 10) <= 100, line);
      }),
    );
  });
});
