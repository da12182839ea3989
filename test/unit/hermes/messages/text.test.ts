import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SHORT_TEXT_BYTES, TextReader } from '../../../../src/hermes/messages/text.ts';

const NOT_UTF8 = Uint8Array.of(0x61, 0xff);

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

describe('the text of a message', () => {
  it('is whole at every length, also just at the end of the reused memory', () => {
    const reader = new TextReader();
    for (const length of [
      SHORT_TEXT_BYTES - 1,
      SHORT_TEXT_BYTES,
      SHORT_TEXT_BYTES + 1,
      4 * SHORT_TEXT_BYTES,
    ]) {
      for (const character of ['x', '日']) {
        assert.equal(text(reader.fromString(character.repeat(length))), character.repeat(length));
      }
    }
  });

  it('is that of its own bytes where they are a part of larger memory', () => {
    const memory = Buffer.from('another message, then this one, then more');
    const start = memory.indexOf('this');
    assert.equal(text(new TextReader().fromBytes(memory.subarray(start, start + 8))), 'this one');
  });

  it('is damaged for bytes that are no UTF-8, and only for those', () => {
    const reader = new TextReader();
    reader.fromBytes(NOT_UTF8);
    assert.equal(reader.damaged, true);
    reader.fromString('fine');
    assert.equal(reader.damaged, false);
    reader.fromBytes(NOT_UTF8);
    reader.fromString('');
    assert.equal(reader.damaged, false);
    reader.fromBytes(NOT_UTF8);
    reader.fromBytes(Buffer.from('fine'));
    assert.equal(reader.damaged, false);
  });

  it('is structured content as Python prints it, and as it stands where it does not parse', () => {
    const reader = new TextReader();
    for (const [content, expected] of [
      ['\0json:["a","é"]', '["a", "\\u00e9"]'],
      ['\0json:["a"', '\0json:["a"'],
    ] as const) {
      assert.equal(text(reader.fromString(content)), expected);
      assert.equal(text(reader.fromBytes(Buffer.from(content))), expected);
    }
  });
});
