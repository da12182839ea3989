import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  laterOf,
  NO_ROWS,
  type RowDigest,
  sameRows,
  withAppended,
} from '../../../../src/hermes/changes/digest.ts';
import { MARK_RANGE } from '../../../../src/hermes/changes/rowMark.ts';

const BEFORE: RowDigest = {
  total: 3,
  active: 2,
  maxId: 7,
  lastTimestamp: 100,
  mark: MARK_RANGE - 2,
  compactedMark: 5,
};
const APPENDED: RowDigest = {
  total: 2,
  active: 1,
  maxId: 9,
  lastTimestamp: 90,
  mark: 9,
  compactedMark: 6,
};

describe('rows that others were appended to', () => {
  it('are as many as both, end where the others end, and are as late as the latest', () => {
    assert.deepEqual(withAppended(BEFORE, APPENDED), {
      total: 5,
      active: 3,
      maxId: 9,
      lastTimestamp: 100,
      mark: 7,
      compactedMark: 11,
    });
  });

  it('are not known to be as compacted as they were, unless that was looked at of both', () => {
    const unseen = { ...APPENDED, compactedMark: null };
    assert.equal(withAppended(BEFORE, unseen).compactedMark, null);
    assert.equal(withAppended(unseen, APPENDED).compactedMark, null);
  });

  it('are as they were when there were none to append', () => {
    assert.deepEqual(withAppended(BEFORE, NO_ROWS), BEFORE);
  });
});

describe('the later of two moments', () => {
  it('is the one that there is, where the other is absent', () => {
    assert.deepEqual([laterOf(1, 2), laterOf(2, 1), laterOf(1, null), laterOf(null, 1)], [2, 2, 1, 1]);
    assert.equal(laterOf(null, null), null);
  });
});

describe('rows look the same', () => {
  it('unless any of their figures differs', () => {
    assert.equal(sameRows(BEFORE, { ...BEFORE }), true);
    for (const figure of Object.keys(BEFORE) as (keyof RowDigest)[]) {
      assert.equal(sameRows(BEFORE, { ...BEFORE, [figure]: 99 }), false, figure);
    }
  });

  it('where one of them was not looked at closely', () => {
    const glimpse = { ...BEFORE, compactedMark: null };
    assert.equal(sameRows(BEFORE, glimpse), true);
    assert.equal(sameRows(glimpse, BEFORE), true);
  });
});
