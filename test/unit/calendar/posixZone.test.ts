import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { posixZone } from '../../../src/calendar/posixZone.ts';

const at = (text: string): number => Date.parse(text) / 1000;

/** Rules as the zone database has them, each with the zone that it speaks of. */
const RULES: Record<string, string> = {
  'CET-1CEST,M3.5.0,M10.5.0/3': 'Europe/Berlin',
  'EST5EDT,M3.2.0,M11.1.0': 'America/New_York',
  'IST-5:30': 'Asia/Kolkata',
  '<+0545>-5:45': 'Asia/Kathmandu',
  '<+1030>-10:30<+11>-11,M10.1.0,M4.1.0': 'Australia/Lord_Howe',
  'NST3:30NDT,M3.2.0,M11.1.0': 'America/St_Johns',
  'NZST-12NZDT,M9.5.0,M4.1.0/3': 'Pacific/Auckland',
  '<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45': 'Pacific/Chatham',
  // Standard time in summer and a clock put back in winter, as Ireland has it by law.
  'IST-1GMT0,M10.5.0,M3.5.0/1': 'Europe/Dublin',
  // Changes at 26 o'clock of a Thursday.
  'IST-2IDT,M3.4.4/26,M10.5.0': 'Asia/Jerusalem',
};

/** What the zone database says, seconds. */
function known(zone: string): (seconds: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (seconds) => {
    const parts = Object.fromEntries(
      format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]),
    );
    const { year, month, day, hour, minute, second } = parts;
    return Date.UTC(year!, month! - 1, day, hour, minute, second) / 1000 - seconds;
  };
}

describe('a POSIX rule', () => {
  for (const [rule, zone] of Object.entries(RULES)) {
    it(`${rule} gives the time of ${zone}`, () => {
      const offsetAt = posixZone(rule)!;
      const expected = known(zone);
      // By these rules at the latest since 2014; every hour of two years, then moments of a generation.
      for (let seconds = at('2019-12-31T00:00Z'); seconds < at('2022-01-02T00:00Z'); seconds += 3600)
        assert.equal(offsetAt(seconds), expected(seconds), new Date(seconds * 1000).toISOString());
      fc.assert(
        fc.property(fc.integer({ min: at('2014-01-01T00:00Z'), max: at('2037-01-01T00:00Z') }), (seconds) =>
          assert.equal(offsetAt(seconds), expected(seconds)),
        ),
        { numRuns: 200 },
      );
    });
  }

  it('changes at the second that it names', () => {
    const berlin = posixZone('CET-1CEST,M3.5.0,M10.5.0/3')!;
    assert.equal(berlin(at('2026-03-29T00:59:59Z')), 3600);
    assert.equal(berlin(at('2026-03-29T01:00:00Z')), 7200);
    assert.equal(berlin(at('2026-10-25T00:59:59Z')), 7200);
    assert.equal(berlin(at('2026-10-25T01:00:00Z')), 3600);
  });

  it('without days for its summer time has those of glibc: March and November', () => {
    const zone = posixZone('CET-1CEST')!;
    assert.equal(zone(at('2026-03-08T00:59:59Z')), 3600);
    assert.equal(zone(at('2026-03-08T01:00:00Z')), 7200);
    assert.equal(zone(at('2026-10-31T23:59:59Z')), 7200);
    assert.equal(zone(at('2026-11-01T00:00:00Z')), 3600);
  });

  it('without summer time is the same all year, with minutes and seconds', () => {
    for (const [rule, offset] of [
      ['<+03>-3', 10_800],
      ['<-03>3', -10_800],
      ['EST5', -18_000],
      ['XXX+1:02:03', -3723],
      ['UTC0', 0],
    ] as const) {
      assert.equal(posixZone(rule)!(at('2026-01-15T00:00Z')), offset, rule);
      assert.equal(posixZone(rule)!(at('2026-07-15T00:00Z')), offset, rule);
    }
  });

  it('may have its summer time all the year', () => {
    const zone = posixZone('EST5EDT4,0/0,J365/25')!;
    for (const moment of ['2026-01-01T04:00Z', '2026-01-01T05:00Z', '2026-07-01T00:00Z', '2026-12-31T23:00Z'])
      assert.equal(zone(at(moment)), -14_400, moment);
  });

  it('counts days of the year with the 29th of February, or with J without it', () => {
    const julian = posixZone('AAA0BBB,J60/0,J61/0')!;
    const counted = posixZone('AAA0BBB,59/0,60/0')!;
    for (const [zone, moment, offset] of [
      [julian, '2028-02-29T12:00Z', 0],
      [julian, '2028-03-01T12:00Z', 3600],
      [julian, '2026-03-01T12:00Z', 3600],
      [counted, '2028-02-29T12:00Z', 3600],
      [counted, '2028-03-01T12:00Z', 0],
      [counted, '2026-03-01T12:00Z', 3600],
    ] as const)
      assert.equal(zone(at(moment)), offset, moment);
  });

  for (const text of [
    '',
    'CET',
    'Foo/Bar',
    'CE-1',
    'CET-1CEST,M3.5.0',
    'CET-1CEST,M13.5.0,M10.5.0',
    'CET-1CEST,M3.6.0,M10.5.0',
    'CET-1CEST,M3.5.7,M10.5.0',
    'CET-1CEST,J0,J300',
    'CET-1CEST,400,401',
    'CET-99',
    'CET-1CEST,M3.5.0,M10.5.0,M11.1.0',
  ])
    it(`is not "${text}"`, () => assert.equal(posixZone(text), undefined));
});
