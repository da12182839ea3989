import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { laterOf, NO_ROWS, type RowDigest, sameRows, withAppended } from '../../../src/hermes/rowDigest.ts';

const BEFORE: RowDigest = { total: 3, active: 2, maxId: 7, activeIdSum: 12, lastTimestamp: 100 };
const APPENDED: RowDigest = { total: 2, active: 1, maxId: 9, activeIdSum: 9, lastTimestamp: 90 };

describe('rows that others were appended to', () => {
  it('are as many as both, end where the others end, and are as late as the latest', () => {
    assert.deepEqual(withAppended(BEFORE, APPENDED), {
      total: 5,
      active: 3,
      maxId: 9,
      activeIdSum: 21,
      lastTimestamp: 100,
    });
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
});
