import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldsWithoutMatches } from '../../../../../src/surfaces/transcript/navigation/foldsWithoutMatches.ts';

/** Folds from line to line; matches as lines they begin and end in. */
function folded(folds: [number, number][], matches: [number, number][]): boolean[] {
  return foldsWithoutMatches({
    folds: Int32Array.from(folds.flat()),
    matches: Int32Array.from(matches.flatMap(([start, end]) => [start, 3, end, 7])),
  });
}

describe('what may be folded unasked', () => {
  it('is what holds no match', () => {
    const folds: [number, number][] = [
      [10, 14],
      [20, 24],
      [30, 34],
    ];
    assert.deepEqual(
      folded(folds, [
        [2, 2],
        [22, 22],
        [27, 27],
      ]),
      [true, false, true],
    );
  });

  it('is nothing that a match begins or ends in, nor the line that stays in sight with one', () => {
    assert.deepEqual(folded([[10, 14]], [[10, 10]]), [false]);
    assert.deepEqual(folded([[10, 14]], [[14, 15]]), [false]);
    assert.deepEqual(folded([[10, 14]], [[9, 10]]), [false]);
    assert.deepEqual(
      folded(
        [[10, 14]],
        [
          [9, 9],
          [15, 15],
        ],
      ),
      [true],
    );
  });

  it('counts a match that lies in two folds for both', () => {
    assert.deepEqual(
      folded(
        [
          [10, 14],
          [15, 19],
        ],
        [[14, 15]],
      ),
      [false, false],
    );
  });
});
