import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOfIso, isoOfDay } from '../../../src/calendar/isoDay.ts';
import type { DayRange } from '../../../src/calendar/range.ts';
import {
  rangeOfYear,
  sameLengthBefore,
  spanAround,
  spanBefore,
  yearOf,
} from '../../../src/calendar/spans.ts';

const day = (iso: string): number => dayOfIso(iso)!;
const iso = ({ since, until }: DayRange): string[] => [isoOfDay(since), isoOfDay(until)];

describe('a span of the calendar', () => {
  it('is a week from Monday to Sunday, across the turn of a year too', () => {
    assert.deepEqual(iso(spanAround('week', day('2026-01-01'))), ['2025-12-29', '2026-01-04']);
    assert.deepEqual(iso(spanAround('week', day('2026-11-23'))), ['2026-11-23', '2026-11-29']);
    assert.deepEqual(iso(spanAround('week', day('2026-11-29'))), ['2026-11-23', '2026-11-29']);
  });

  it('is a month with its last day, in leap years and in December', () => {
    assert.deepEqual(iso(spanAround('month', day('2028-02-10'))), ['2028-02-01', '2028-02-29']);
    assert.deepEqual(iso(spanAround('month', day('2026-12-31'))), ['2026-12-01', '2026-12-31']);
  });

  it('is a year, also one of two digits', () => {
    assert.deepEqual(iso(spanAround('year', day('2026-06-15'))), ['2026-01-01', '2026-12-31']);
    assert.deepEqual(iso(rangeOfYear(99)), ['0099-01-01', '0099-12-31']);
    assert.equal(yearOf(day('1969-12-31')), 1969);
  });

  it('that is the last one has ended', () => {
    assert.deepEqual(iso(spanBefore('week', day('2026-11-29'))), ['2026-11-16', '2026-11-22']);
    assert.deepEqual(iso(spanBefore('month', day('2026-03-31'))), ['2026-02-01', '2026-02-28']);
    assert.deepEqual(iso(spanBefore('year', day('2026-01-01'))), ['2025-01-01', '2025-12-31']);
  });

  it('of as many days lies right before a range', () => {
    assert.deepEqual(iso(sameLengthBefore({ since: day('2026-03-01'), until: day('2026-03-07') })), [
      '2026-02-22',
      '2026-02-28',
    ]);
  });
});
