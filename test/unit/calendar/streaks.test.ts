import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { currentStreak, longestRun, longestStreak } from '../../../src/calendar/streaks.ts';

describe('streaks of days', () => {
  it('have no length without days', () => {
    assert.equal(longestStreak([]), 0);
    assert.equal(currentStreak([], 10), 0);
  });

  it('are as long as days follow each other', () => {
    assert.equal(longestStreak([1, 3, 4, 5, 9, 10]), 3);
    assert.equal(longestStreak([7]), 1);
  });

  it('are the first of those that are as long', () => {
    assert.deepEqual(longestRun([1, 2, 5, 6, 9]), { since: 1, until: 2 });
    assert.deepEqual(longestRun([-3]), { since: -3, until: -3 });
    assert.equal(longestRun([]), null);
  });

  it('go on today and until yesterday, and are over the day after', () => {
    assert.equal(currentStreak([3, 7, 8, 9], 9), 3);
    assert.equal(currentStreak([3, 7, 8, 9], 10), 3);
    assert.equal(currentStreak([3, 7, 8, 9], 11), 0);
  });
});
