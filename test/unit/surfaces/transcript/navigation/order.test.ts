import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  matchAt,
  nextMatch,
  previousMatch,
  type Stretch,
} from '../../../../../src/surfaces/transcript/navigation/order.ts';

const stretch = (line: number, character: number): Stretch => ({
  start: { line, character },
  end: { line, character: character + 3 },
});
const MATCHES = [stretch(2, 5), stretch(2, 20), stretch(9, 0)];

describe('the way from match to match', () => {
  it('goes from a match to the next one', () => assert.equal(nextMatch(MATCHES, stretch(2, 5)), 1));
  it('goes from between two matches to the later', () => assert.equal(nextMatch(MATCHES, stretch(2, 6)), 1));
  it('goes from the last match to the first', () => assert.equal(nextMatch(MATCHES, stretch(9, 0)), 0));
  it('goes back to the match before', () => assert.equal(previousMatch(MATCHES, stretch(9, 0)), 1));
  it('goes back from the first match to the last', () =>
    assert.equal(previousMatch(MATCHES, stretch(0, 0)), 2));
  it('leads nowhere without matches', () => {
    assert.deepEqual(
      [nextMatch([], stretch(0, 0)), previousMatch([], stretch(0, 0))],
      [undefined, undefined],
    );
  });
  it('tells at which match a selection is', () => {
    assert.deepEqual([matchAt(MATCHES, stretch(2, 20)), matchAt(MATCHES, stretch(2, 21))], [1, undefined]);
  });
});
