import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { dayOfIso } from '../../../src/calendar/isoDay.ts';
import { isoMonthOf, isoWeekOf } from '../../../src/calendar/periods.ts';

describe('weeks and months', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  for (const tz of ['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata']) {
    it(`are those of the day itself in ${tz}`, () => {
      process.env['TZ'] = tz;
      const weeks = [
        '2025-12-28',
        '2025-12-29',
        '2026-01-04',
        '2026-01-05',
        '2027-01-03',
        '2021-01-03',
        '2011-12-30',
      ];
      assert.deepEqual(
        weeks.map((iso) => isoWeekOf(dayOfIso(iso)!)),
        ['2025-W52', '2026-W01', '2026-W01', '2026-W02', '2026-W53', '2020-W53', '2011-W52'],
      );
      assert.equal(isoMonthOf(dayOfIso('2026-03-01')!), '2026-03');
      assert.equal(isoMonthOf(dayOfIso('2026-03-31')!), '2026-03');
    });
  }
});
