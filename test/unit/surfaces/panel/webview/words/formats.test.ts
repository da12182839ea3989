import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ago, timeLeft } from '../../../../../../src/surfaces/panel/webview/words/formats.ts';

const NOW = 1_800_000_000;

describe('how long ago', () => {
  it('is just now for less than a minute, and for a clock set back', () => {
    assert.equal(ago(NOW - 59, NOW), 'just now');
    assert.equal(ago(NOW + 500, NOW), 'just now');
  });

  it('is told in the largest unit that is full', () => {
    const inEnglish = (seconds: number) =>
      ago(NOW - seconds, NOW)
        .replace(/\D+/, ' ')
        .trim();
    assert.equal(inEnglish(180), '3');
    assert.equal(inEnglish(7300), '2');
    assert.notEqual(ago(NOW - 3 * 86_400, NOW), ago(NOW - 3 * 3600, NOW));
  });
});

describe('how much longer', () => {
  it('is told in seconds, and in minutes from two minutes on', () => {
    assert.equal(timeLeft(1), 'about 1 s left');
    assert.equal(timeLeft(42_100), 'about 43 s left');
    assert.equal(timeLeft(150_000), 'about 3 min left');
  });
});
