import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOfIso, isoOfDay } from '../../../src/calendar/isoDay.ts';
import { fittingUnit, isTimeUnit, lastUnitsIn, unitKey } from '../../../src/calendar/timeUnits.ts';

const day = (iso: string): number => dayOfIso(iso)!;
const range = (since: string, until: string) => ({ since: day(since), until: day(until) });

describe('the units that days are drawn by', () => {
  it('are days, weeks and months, called as a report calls them', () => {
    assert.deepEqual(
      (['day', 'week', 'month'] as const).map((unit) => unitKey(unit, day('2025-12-30'))),
      ['2025-12-30', '2026-W01', '2025-12'],
    );
    assert.deepEqual(['week', 'year', 'model'].map(isTimeUnit), [true, false, false]);
  });

  it('are the finest that have room', () => {
    const year = range('2026-01-01', '2026-12-31');
    assert.deepEqual(
      [365, 364, 53, 52, 1].map((fitting) => fittingUnit(year, fitting)),
      ['day', 'week', 'week', 'month', 'month'],
    );
  });

  it('of a range hold each of its days once, the first from the day on which the range begins', () => {
    const weeks = lastUnitsIn(range('2026-11-19', '2026-12-01'), 'week', 10);
    assert.deepEqual(
      weeks.map(({ key, day: first }) => [key, isoOfDay(first)]),
      [
        ['2026-W47', '2026-11-19'],
        ['2026-W48', '2026-11-23'],
        ['2026-W49', '2026-11-30'],
      ],
    );
  });

  it('of a range with too many are the last, however far back it reaches', () => {
    const months = lastUnitsIn(range('0001-01-01', '2026-03-10'), 'month', 3);
    assert.deepEqual(
      months.map(({ key }) => key),
      ['2026-01', '2026-02', '2026-03'],
    );
  });
});
