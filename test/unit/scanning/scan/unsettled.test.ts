import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Unsettled } from '../../../../src/scanning/scan/unsettled.ts';

const STILL = true;
const MOVED_ON = false;
const AS_SEEN = true;
const OTHERWISE = false;

describe('sessions that are not settled', () => {
  it('are none after a scan that was finished while nothing was written', () => {
    const unsettled = new Unsettled();
    unsettled.begin();
    unsettled.analysed('a', AS_SEEN);
    unsettled.analysed('b', OTHERWISE);
    unsettled.settle(STILL);
    assert.deepEqual([...unsettled.begin()], []);
  });

  it('are those that were read otherwise than they were seen, where the history moved on', () => {
    const unsettled = new Unsettled();
    unsettled.begin();
    unsettled.analysed('a', AS_SEEN);
    unsettled.analysed('b', OTHERWISE);
    unsettled.settle(MOVED_ON);
    assert.deepEqual([...unsettled.begin()], ['b']);
  });

  it('are all that were read in scans that were never finished, one after another', () => {
    const unsettled = new Unsettled();
    unsettled.begin();
    unsettled.analysed('a', AS_SEEN);
    assert.deepEqual([...unsettled.begin()], ['a']);
    unsettled.analysed('b', AS_SEEN);
    assert.deepEqual([...unsettled.begin()], ['a', 'b']);
  });

  it('are settled by the scan that looks at them', () => {
    const unsettled = new Unsettled();
    unsettled.begin();
    unsettled.analysed('a', AS_SEEN);
    unsettled.begin();
    unsettled.analysed('a', AS_SEEN);
    unsettled.settle(MOVED_ON);
    assert.deepEqual([...unsettled.begin()], []);
  });
});
