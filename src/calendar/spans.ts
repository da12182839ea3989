import { type LocalDay, weekdayOf } from './isoDay.ts';
import type { DayRange } from './range.ts';

/** Stretches of the calendar that have a name: ISO weeks, months, years. */
export const SPANS = ['week', 'month', 'year'] as const;
export type Span = (typeof SPANS)[number];

const DAY_MS = 86_400_000;

/** The year that a day lies in. */
export function yearOf(day: LocalDay): number {
  return dateOf(day).getUTCFullYear();
}

/** The whole week (from Monday on), month or year that a day lies in. */
export function spanAround(span: Span, day: LocalDay): DayRange {
  if (span === 'week') {
    const since = day - weekdayOf(day);
    return { since, until: since + 6 };
  }
  const year = yearOf(day);
  if (span === 'year') return rangeOfYear(year);
  const month = dateOf(day).getUTCMonth();
  return { since: firstOf(year, month), until: firstOf(year, month + 1) - 1 };
}

export function rangeOfYear(year: number): DayRange {
  return { since: firstOf(year, 0), until: firstOf(year + 1, 0) - 1 };
}

/** The last whole week, month or year that has ended before a day. */
export function spanBefore(span: Span, day: LocalDay): DayRange {
  return spanAround(span, spanAround(span, day).since - 1);
}

/** As many days as a range has, right before it. */
export function sameLengthBefore({ since, until }: DayRange): DayRange {
  return { since: since - (until - since + 1), until: since - 1 };
}

function dateOf(day: LocalDay): Date {
  return new Date(day * DAY_MS);
}

function firstOf(year: number, month: number): LocalDay {
  // The setter, since Date.UTC takes the years 0 to 99 for those of the last century.
  return new Date(0).setUTCFullYear(year, month, 1) / DAY_MS;
}
