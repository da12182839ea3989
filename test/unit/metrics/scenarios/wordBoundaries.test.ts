import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { count } from '../support/counting.ts';

const BOUNDARY_BEFORE = [
  ['the start of the text', ''],
  ['a space', ' '],
  ['a combining mark', '\u0301'],
  ['a combining mark that folds to a letter', '\u0345'],
  ['a symbol in the shape of a letter', '\u24d0'],
  ['an emoji', '\u{1f600}'],
  ['a punctuation mark that joins words', '\u203f'],
  ['the replacement character', '\ufffd'],
] as const;

const NO_BOUNDARY_BEFORE = [
  ['a Latin letter', '\u00e9'],
  ['a Chinese character', '\u65e5'],
  ['a digit', '7'],
  ['an Arabic digit', '\u0663'],
  ['a superscript digit', '\u00b2'],
  ['a fraction', '\u00bd'],
  ['a Roman numeral', '\u2167'],
  ['a letter beyond the first plane', '\u{1d4b3}'],
  ['an underscore', '_'],
] as const;

describe('a word begins and ends', () => {
  for (const [name, before] of BOUNDARY_BEFORE) {
    it(`after ${name}`, () => assert.equal(count(`${before}error`).error_count, 1));
  }

  for (const [name, before] of NO_BOUNDARY_BEFORE) {
    it(`not after ${name}`, () => assert.equal(count(`${before}error`).error_count, 0));
  }

  for (const [name, after] of BOUNDARY_BEFORE) {
    it(`before ${name}`, () => assert.equal(count(`error${after}`).error_count, 1));
  }

  for (const [name, after] of NO_BOUNDARY_BEFORE) {
    it(`not before ${name}`, () => assert.equal(count(`error${after}`).error_count, 0));
  }

  it('where the message does', () => {
    assert.equal(count('x', 'error', 'x').error_count, 1);
  });

  it('next to bytes that are no UTF-8', () => {
    for (const broken of [
      [0xff],
      [0x80],
      [0xc3],
      [0xe2, 0x84],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
    ]) {
      const text = Buffer.concat([Buffer.from(broken), Buffer.from('error'), Buffer.from(broken)]);
      assert.equal(count(text).error_count, 1, text.toString('hex'));
    }
  });

  it('after a letter that has a stray byte behind it', () => {
    assert.equal(count(Buffer.from([0xc3, 0xa9, 0xa9, ...Buffer.from('error')])).error_count, 1);
  });
});

describe('a word inside others', () => {
  it('does not count as logs between Chinese characters', () => {
    assert.equal(count('\u65e5\u5fd7logs\u65e5\u5fd7').log_read_events, 0);
  });

  it('counts as a test only when OK stands alone', () => {
    assert.equal(count('OK ok token OKAY').test_events, 2);
  });

  it('counts as skill at its beginning only', () => {
    assert.equal(count('skills upskill').skill_events, 1);
  });
});
