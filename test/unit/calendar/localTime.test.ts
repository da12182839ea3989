import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { isoOfDay } from '../../../src/calendar/isoDay.ts';
import { localTimeOf, startOfDay, unknownZone } from '../../../src/calendar/localTime.ts';
import { inEnglish } from '../../../src/words/problem.ts';

const zoneBefore = process.env['TZ'];

/** `2026-07-15 23:30:07` */
function shown(moment: string, tz: string): string {
  process.env['TZ'] = tz;
  const { day, hour, minute, second } = localTimeOf(Date.parse(moment) / 1000);
  const clock = [hour, minute, second].map((value) => String(value).padStart(2, '0')).join(':');
  return `${isoOfDay(day)} ${clock}`;
}

describe('local time', () => {
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  // In January and July, in UTC both times 21:30:07.
  const SHOWN: Record<string, readonly [string, string]> = {
    'CET-1CEST': ['2026-01-15 22:30:07', '2026-07-15 23:30:07'],
    ':CET-1CEST': ['2026-01-15 22:30:07', '2026-07-15 23:30:07'],
    'CET-1CEST,M3.5.0,M10.5.0/3': ['2026-01-15 22:30:07', '2026-07-15 23:30:07'],
    '<+03>-3': ['2026-01-16 00:30:07', '2026-07-16 00:30:07'],
    EST5EDT: ['2026-01-15 16:30:07', '2026-07-15 17:30:07'],
    EST5: ['2026-01-15 16:30:07', '2026-07-15 16:30:07'],
    'IST-5:30': ['2026-01-16 03:00:07', '2026-07-16 03:00:07'],
    'UTC-3': ['2026-01-16 00:30:07', '2026-07-16 00:30:07'],
    'GMT+3': ['2026-01-15 18:30:07', '2026-07-15 18:30:07'],
    'NZST-12NZDT,M9.5.0,M4.1.0/3': ['2026-01-16 10:30:07', '2026-07-16 09:30:07'],
    'Europe/Berlin': ['2026-01-15 22:30:07', '2026-07-15 23:30:07'],
    ':Europe/Berlin': ['2026-01-15 22:30:07', '2026-07-15 23:30:07'],
    'posix/Europe/Berlin': ['2026-01-15 22:30:07', '2026-07-15 23:30:07'],
    'europe/berlin': ['2026-01-15 22:30:07', '2026-07-15 23:30:07'],
    '/usr/share/zoneinfo/Europe/Berlin': ['2026-01-15 22:30:07', '2026-07-15 23:30:07'],
    ':/usr/share/zoneinfo/America/St_Johns': ['2026-01-15 18:00:07', '2026-07-15 19:00:07'],
    '': ['2026-01-15 21:30:07', '2026-07-15 21:30:07'],
    UTC0: ['2026-01-15 21:30:07', '2026-07-15 21:30:07'],
  };
  for (const [tz, [winter, summer]] of Object.entries(SHOWN)) {
    it(`under TZ=${tz} is that of the zone it names, and nothing is said`, () => {
      assert.equal(shown('2026-01-15T21:30:07Z', tz), winter);
      assert.equal(shown('2026-07-15T21:30:07Z', tz), summer);
      assert.equal(unknownZone(), undefined);
    });
  }

  for (const tz of ['Foo/Bar', ':Europe/Berlyn', 'CET-1CEST,nonsense', '/nowhere/zone'])
    it(`under TZ=${tz}, which names nothing known, is UTC, and that is said`, () => {
      assert.equal(shown('2026-07-15T21:30:07Z', tz), '2026-07-15 21:30:07');
      assert.match(inEnglish(unknownZone()!), new RegExp(`^TZ is "${tz.replace(/^:/, '')}", .* UTC$`));
    });

  it('begins a day where a POSIX rule does', () => {
    const starts = (tz: string, day: string): string => {
      process.env['TZ'] = tz;
      return new Date(startOfDay(Date.parse(day) / 86_400_000) * 1000).toISOString();
    };
    const berlin = 'CET-1CEST,M3.5.0,M10.5.0/3';
    assert.equal(starts(berlin, '2026-03-29'), '2026-03-28T23:00:00.000Z');
    assert.equal(starts(berlin, '2026-03-30'), '2026-03-29T22:00:00.000Z');
    // A midnight that is left out: the day begins at one; and one that comes twice: at the first.
    const atMidnight = '<-03>3<-02>,M10.3.0/0,M2.3.0/0';
    assert.equal(starts(atMidnight, '2026-10-18'), '2026-10-18T03:00:00.000Z');
    assert.equal(starts(atMidnight, '2026-02-15'), '2026-02-15T03:00:00.000Z');
    const overMidnight = '<-03>3<-02>,M10.3.0,M2.3.0/0:30';
    assert.equal(starts(overMidnight, '2026-02-15'), '2026-02-15T02:00:00.000Z');
  });

  it('that no day of a year has twice or not at all under a POSIX rule', () => {
    process.env['TZ'] = '<+1030>-10:30<+11>-11,M10.1.0,M4.1.0';
    const first = Date.parse('2026-01-01') / 86_400_000;
    for (let day = first; day < first + 365; day++) {
      const start = startOfDay(day);
      assert.equal(localTimeOf(start).day, day);
      assert.equal(localTimeOf(start - 1).day, day - 1);
    }
  });
});
