import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseJson, printJson } from '../../../../src/files/system/jsonText.ts';

describe('JSON as Python writes it', () => {
  it('may hold numbers that JSON does not know, which read as null', () => {
    const text = '{"a": NaN, "b": [Infinity, -Infinity], "c": 1}';
    assert.deepEqual(parseJson(Buffer.from(text)), { a: null, b: [null, null], c: 1 });
  });

  it('keeps the same words inside of strings', () => {
    const text = '{"a": NaN, "NaN": "-Infinity", "q": "\\"NaN\\\\", "n": "\\"Infinity"}';
    assert.deepEqual(parseJson(Buffer.from(text)), {
      a: null,
      NaN: '-Infinity',
      q: '"NaN\\',
      n: '"Infinity',
    });
  });

  it('may begin with a byte order mark', () => {
    assert.deepEqual(parseJson(Buffer.from('\ufeff[1]')), [1]);
  });

  it('is still refused when it is cut off', () => {
    assert.throws(() => parseJson(Buffer.from('{"a": NaN')), SyntaxError);
  });
});

describe('JSON nested beyond all reason', () => {
  it('is refused before a parser spends memory on it', () => {
    const deep = Buffer.alloc(64 * 1024 * 1024, '[');
    const before = process.memoryUsage().rss;
    assert.throws(() => parseJson(deep), RangeError);
    assert.ok(process.memoryUsage().rss - before < 64 * 1024 * 1024);
  });

  it('is told from brackets that stand in texts', () => {
    const text = JSON.stringify({ title: '[{"\\'.repeat(1000), lists: Array(1000).fill([{}]) });
    assert.deepEqual(parseJson(Buffer.from(text)), JSON.parse(text));
  });
});

describe('JSON as we write it', () => {
  it('is plain ASCII and reads back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = printJson(value);
        assert.equal(/^[\x20-\x7f]*$/.test(text), true);
        assert.deepEqual(parseJson(Buffer.from(text)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
