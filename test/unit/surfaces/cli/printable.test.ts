import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ago, duration, plural } from '../../../../src/surfaces/cli/printable.ts';

describe('how long ago something was', () => {
  for (const [seconds, said] of [
    [0.4, 'just now'],
    [1, '1 second ago'],
    [119, '119 seconds ago'],
    [120, '2 minutes ago'],
    [3 * 3600, '3 hours ago'],
    [36 * 3600, '36 hours ago'],
    [864_001, '10 days ago'],
    [70 * 86_400, '2 months ago'],
    [800 * 86_400, '2 years ago'],
  ] as const)
    it(`is "${said}" after ${seconds} s`, () => assert.equal(ago(seconds), said));
});

describe('how long something took', () => {
  for (const [milliseconds, said] of [
    [12.3, '12 ms'],
    [1500, '1.5 s'],
    [179_900, '3 min 0 s'],
    [3_599_900, '1 h 0 min'],
    [7_260_000, '2 h 1 min'],
    [864_001_000, '10 days'],
  ] as const)
    it(`is "${said}" for ${milliseconds} ms`, () => assert.equal(duration(milliseconds), said));
});

describe('a count', () => {
  it('of one is of one', () => {
    assert.deepEqual(
      [0, 1, 2000].map((count) => plural(count, 'message')),
      ['0 messages', '1 message', '2,000 messages'],
    );
  });
});
