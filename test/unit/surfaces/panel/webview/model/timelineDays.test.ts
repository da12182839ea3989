import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byDay } from '../../../../../../src/surfaces/panel/webview/model/timelineDays.ts';

const at = (day: number, hour: number): number => new Date(2026, 4, day, hour).getTime() / 1000;
const step = (id: string, moment: number) => ({
  id,
  kind: 'unlock' as const,
  from_tier: null,
  to_tier: null,
  at: moment,
});

describe('the time line by days', () => {
  const days = byDay([step('a', at(1, 0)), step('b', at(1, 23)), step('c', at(2, 0)), step('d', at(2, 0))]);

  it('begins a day at midnight where the reader is', () => {
    assert.deepEqual(
      days.map(({ start }) => start),
      [at(2, 0), at(1, 0)],
    );
  });

  it('puts the latest first, and what one scan found in its order', () => {
    assert.deepEqual(
      days.map(({ steps }) => steps.map(({ id }) => id)),
      [
        ['c', 'd'],
        ['b', 'a'],
      ],
    );
  });

  it('is empty without steps', () => {
    assert.deepEqual(byDay([]), []);
  });
});
