import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentWriter } from '../../../../../src/surfaces/transcript/rendering/documentWriter.ts';
import { excerptOf } from '../../../../../src/surfaces/transcript/rendering/excerpt.ts';
import { fenceFor } from '../../../../../src/surfaces/transcript/rendering/fence.ts';
import { textLimit } from '../../../../../src/surfaces/transcript/rendering/textLimit.ts';
import { visibleText } from '../../../../../src/surfaces/transcript/rendering/visibleText.ts';

describe('text made visible', () => {
  it('shows terminal escapes as pictures', () => {
    assert.equal(visibleText('\x1b[31mred\x1b[0m\0\x7f'), '␛[31mred␛[0m␀␡');
  });

  it('shows what reorders or hides as U+FFFD', () => {
    assert.equal(visibleText('a\u202eb\u2066c\u200bd'), 'a\ufffdb\ufffdc\ufffdd');
  });

  it('has no line end but the line feed, and is as long as before', () => {
    const text = 'a\r\nb\rc\u2028d\u{e0041}e\ud800';
    const visible = visibleText(text);
    assert.equal(visible, 'a \nb␍c\ufffdd\ufffd\ufffde\ufffd');
    assert.equal(visible.length, text.length);
  });
});

describe('the fence around a text', () => {
  it('is longer than any that begins a line', () => assert.equal(fenceFor(['a\n  `````\nb']).length, 6));
  it('is three backticks where none begins a line', () => assert.equal(fenceFor(['a ````` b']), '```'));
});

describe('an excerpt', () => {
  const long = 'x'.repeat(10_000);

  it('is the whole text within the limit', () => {
    assert.deepEqual(excerptOf('abc', [], 3), [{ start: 0, end: 3 }]);
  });

  it('is beginning and end without matches', () => {
    assert.deepEqual(excerptOf(long, [], 1000), [
      { start: 0, end: 750 },
      { start: 9750, end: 10_000 },
    ]);
  });

  it('is the beginning and what surrounds the matches', () => {
    assert.deepEqual(excerptOf(long, [{ start: 5000, end: 5010 }], 1000), [
      { start: 0, end: 500 },
      { start: 4800, end: 5210 },
    ]);
  });

  it('shows surroundings that touch as one', () => {
    const matches = [
      { start: 2000, end: 2001 },
      { start: 2300, end: 2301 },
    ];
    assert.deepEqual(excerptOf(long, matches, 2000).slice(1), [{ start: 1800, end: 2501 }]);
  });

  it('cuts no character in two', () => {
    const [first] = excerptOf(`x${'😀'.repeat(500)}`, [], 400);
    assert.equal(first?.end, 299);
  });
});

describe('the limit for each text', () => {
  it('leaves short texts whole and shares what they leave', () => {
    assert.equal(textLimit([10, 1000, 1000], 510), 250);
  });
  it('is none where everything fits', () => assert.equal(textLimit([10, 20], 30), Number.POSITIVE_INFINITY));
});

describe('the document', () => {
  it('notes where matches are, over line ends too', () => {
    const writer = new DocumentWriter(10);
    writer.endLine('head').put('> ');
    writer.putLines('git\npush it', [{ start: 0, end: 8 }]);
    assert.deepEqual(writer.matches, [1, 2, 2, 4]);
  });

  it('breaks long lines and follows the matches in them', () => {
    const writer = new DocumentWriter(10);
    writer.putLines(`${'x'.repeat(2500)}error`, [{ start: 2500, end: 2505 }]);
    const lines = writer.text.split('\n');
    assert.deepEqual(
      lines.map(({ length }) => length),
      [2000, 507, 0],
    );
    const [line, start, , end] = writer.matches as [number, number, number, number];
    assert.equal(lines[line]?.slice(start, end), 'error');
  });

  it('notes no more matches than it may', () => {
    const writer = new DocumentWriter(1);
    writer.put('a', true).put('b', true);
    assert.deepEqual(writer.matches, [0, 0, 0, 1]);
  });
});
