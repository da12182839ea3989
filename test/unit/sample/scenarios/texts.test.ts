import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../../../src/sample/random.ts';
import { hunk } from '../../../../src/sample/texts/code/diffs.ts';
import { jsonPayload } from '../../../../src/sample/texts/code/jsonPayloads.ts';
import { type Library, openLibrary, type TextKind } from '../../../../src/sample/texts/library.ts';
import { ParagraphPool } from '../../../../src/sample/texts/paragraphPool.ts';

describe('the library of texts', () => {
  const library: Library = openLibrary();
  for (const kind of Object.keys(library) as TextKind[]) {
    it(`has paragraphs of ${kind} that end their last line`, () => {
      const random = new Random(kind);
      for (let i = 0; i < 60; i++) assert.match(library[kind].one(random), /[^\n]\n+$/);
    });

    it(`says nothing in ${kind} of what is to remain a secret`, () => {
      const text = library[kind].text(new Random(kind), 200_000);
      assert.doesNotMatch(text, /rollback|checkpoint|container name|undefined \w+s of|\[object/i);
    });
  }
});

describe('ParagraphPool', () => {
  let written = 0;
  const pool = new ParagraphPool(() => `line ${++written}\nand more\n`, 4);

  it('never gives more than was asked for', () => {
    const random = new Random('length');
    for (const length of [3, 20, 100, 5000]) assert.ok(pool.text(random, length).length <= length);
  });

  it('ends at the end of a line where it can', () => {
    assert.ok(pool.text(new Random('line'), 500).endsWith('\n'));
  });

  it('writes far fewer paragraphs than it gives', () => {
    const before = written;
    pool.text(new Random('stock'), 30_000);
    assert.ok(written - before < 600, `${written - before} for about 1,600`);
  });

  it('keeps rewriting its stock', () => {
    const before = written;
    pool.text(new Random('fresh'), 30_000);
    assert.ok(written - before > 50);
  });
});

describe('a hunk of a diff', () => {
  it('has as many lines as its header says', () => {
    const random = new Random('hunk');
    for (let i = 0; i < 100; i++) {
      const [header = '', ...lines] = hunk(random).trimEnd().split('\n');
      const [, before, after] = /^@@ -\d+,(\d+) \+\d+,(\d+) @@/.exec(header) ?? [];
      assert.equal(lines.filter((line) => !line.startsWith('+')).length, Number(before));
      assert.equal(lines.filter((line) => !line.startsWith('-')).length, Number(after));
    }
  });
});

describe('a JSON payload', () => {
  it('parses', () => {
    const random = new Random('json');
    for (let i = 0; i < 100; i++) assert.doesNotThrow(() => JSON.parse(jsonPayload(random)));
  });
});
