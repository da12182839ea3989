import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markdownText, textBar } from '../../../src/exports/markdownText.ts';

describe('Markdown text', () => {
  it('leaves ordinary words and punctuation readable', () => {
    const title = 'Fix login (part 2): "done", at last! 修复 v1.2 #7';
    assert.equal(markdownText(title), title);
  });

  const inert: [string, string, string][] = [
    ['a cell border', 'a|b', 'a&#124;b'],
    ['an escaped cell border', 'a\\|b', 'a&#92;&#124;b'],
    ['a link', '[x](command:run)', '&#91;x&#93;(command&#58;run)'],
    ['an image', '![x](y)', '!&#91;x&#93;(y)'],
    ['an element', '<img onerror=x>', '&#60;img onerror=x&#62;'],
    ['an entity', '&lt;', '&#38;lt;'],
    ['code', '`x`', '&#96;x&#96;'],
    ['emphasis', '**x** _y_ ~~z~~', '&#42;&#42;x&#42;&#42; &#95;y&#95; &#126;&#126;z&#126;&#126;'],
    ['a bare link', 'https://x.test www.x.test', 'https&#58;//x.test www&#46;x.test'],
    ['a bare address', 'a@x.test', 'a&#64;x.test'],
    ['a formula of mathematics', '$x$', '&#36;x&#36;'],
    ['a line break', 'a\n# b', 'a # b'],
  ];
  for (const [what, text, written] of inert) {
    it(`writes ${what} as plain text`, () => assert.equal(markdownText(text), written));
  }

  for (const formula of ['=1+1', '+1', '-1', '＝1', ' \t=1']) {
    it(`keeps a spreadsheet from reading ${JSON.stringify(formula)} as a formula`, () => {
      assert.equal(markdownText(formula), `'${formula.trim()}`);
    });
  }

  it('keeps a spreadsheet from reading an at sign as a formula', () => {
    assert.equal(markdownText('@SUM(A1)'), "'&#64;SUM(A1)");
  });

  it('cuts a title of a megabyte', () => {
    assert.equal(markdownText('x'.repeat(1_000_000)), `${'x'.repeat(119)}…`);
  });
});

describe('text bar', () => {
  for (const [percent, bar] of [
    [0, '░░░░░░░░░░'],
    [9, '░░░░░░░░░░'],
    [50, '█████░░░░░'],
    [99, '█████████░'],
    [100, '██████████'],
  ] as const) {
    it(`is ${bar} at ${percent} per cent`, () => assert.equal(textBar(percent), bar));
  }
});
