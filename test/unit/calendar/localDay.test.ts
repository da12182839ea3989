import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { dayOfIso, isoOfDay, weekdayOf } from '../../../src/calendar/isoDay.ts';
import { localDayOf, localHourOf } from '../../../src/calendar/localDay.ts';
import { startOfDay } from '../../../src/calendar/localTime.ts';

const zoneBefore = process.env['TZ'];

describe('the local day of a moment', () => {
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  // Zones whose clocks change at midnight, by half an hour, at one minute past midnight, or skipped a whole day.
  for (const zone of [
    'UTC',
    'America/New_York',
    'Asia/Kolkata',
    'America/Sao_Paulo',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Beirut',
  ]) {
    it(`is what calendar and clock in ${zone} show, whichever moments were asked for before`, () => {
      process.env['TZ'] = zone;
      localDayOf(4e9);
      const moments = fc.integer({ min: 1, max: 4_200_000_000 });
      fc.assert(
        fc.property(moments, fc.array(fc.integer({ min: -90_000, max: 90_000 })), (start, steps) => {
          let moment = start;
          for (const step of [0, ...steps]) {
            moment = Math.max(1, moment + step);
            const date = new Date(moment * 1000);
            const shown = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
            // The hour by what was remembered before this moment, then by what is remembered of its own day.
            assert.equal(localHourOf(moment), date.getHours(), `${moment}`);
            assert.equal(localDayOf(moment), shown, `${moment}`);
            assert.equal(localHourOf(moment), date.getHours(), `${moment}`);
          }
        }),
        { numRuns: 300 },
      );
    });
  }

  it('is right on both sides of every midnight of a year with changes of the clock', () => {
    process.env['TZ'] = 'America/St_Johns';
    const first = dayOfIso('2006-01-01')!;
    for (let day = first; day < first + 365; day++) {
      const midnight = startOfDay(day);
      assert.equal(localDayOf(midnight), day);
      assert.equal(localDayOf(midnight - 0.001), day - 1);
      assert.equal(localDayOf(midnight + 43_200), day);
    }
  });

  it('is not remembered beyond its end where the clock is put forward after the first look', () => {
    const midnight = firstLookAt('2026-03-08');
    assert.equal(localDayOf(midnight + 23.5 * 3_600), dayOfIso('2026-03-09'));
  });

  it('does not tell the hour by what was remembered where the clock is put back after the first look', () => {
    const midnight = firstLookAt('2026-11-01');
    assert.equal(localHourOf(midnight + 12 * 3_600), 11);
  });

  /** Asks for a day at its midnight in New York, whatever was asked for before. */
  function firstLookAt(iso: string): number {
    process.env['TZ'] = 'America/New_York';
    localDayOf(4e9);
    const midnight = startOfDay(dayOfIso(iso)!);
    assert.equal(isoOfDay(localDayOf(midnight)), iso);
    return midnight;
  }
});

describe('a day as text', () => {
  it('is its ISO date, and back', () => {
    assert.equal(isoOfDay(0), '1970-01-01');
    assert.equal(isoOfDay(20_514), '2026-03-02');
    assert.equal(dayOfIso('2026-03-02'), 20_514);
  });

  it('is none where the calendar has no such day', () => {
    for (const text of ['2026-02-30', '2026-13-01', '2026-1-01', 'yesterday', ''])
      assert.equal(dayOfIso(text), undefined, text);
  });

  it('has a weekday, Monday first', () => {
    assert.equal(weekdayOf(dayOfIso('2026-03-02')!), 0);
    assert.equal(weekdayOf(dayOfIso('2026-03-08')!), 6);
    assert.equal(weekdayOf(dayOfIso('1969-12-28')!), 6);
  });
});
