import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOfIso, isoOfDay } from '../../../src/calendar/isoDay.ts';
import type { DayRange } from '../../../src/calendar/range.ts';
import { daysOfPeriod, type UsagePeriod } from '../../../src/usage/period.ts';

const day = (iso: string) => dayOfIso(iso)!;
const TODAY = day('2026-03-10');

describe('the days of a period', () => {
  const days = (period: UsagePeriod, known: DayRange | null = null) => {
    const { since, until } = daysOfPeriod(period, TODAY, () => known);
    return [isoOfDay(since), isoOfDay(until)];
  };

  it('end today, today included', () => {
    assert.deepEqual(days({ last: 7 }), ['2026-03-04', '2026-03-10']);
    assert.deepEqual(days({ last: 365 }), ['2025-03-11', '2026-03-10']);
    assert.deepEqual(days({ this: 'month' }), ['2026-03-01', '2026-03-10']);
  });

  it('are those that were named, be they in the future', () => {
    const range = { since: day('2026-12-01'), until: day('2027-01-01') };
    assert.deepEqual(days({ range }), ['2026-12-01', '2027-01-01']);
  });

  it('are, for everything, those of which anything is known, and today', () => {
    assert.deepEqual(days({ all: true }), ['2026-03-10', '2026-03-10']);
    const known = { since: day('2024-02-29'), until: day('2026-03-01') };
    assert.deepEqual(days({ all: true }, known), ['2024-02-29', '2026-03-10']);
    const ahead = { since: day('2026-03-12'), until: day('2026-03-15') };
    assert.deepEqual(days({ all: true }, ahead), ['2026-03-10', '2026-03-15']);
  });
});
