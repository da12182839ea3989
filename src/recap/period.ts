import type { LocalDay } from '../calendar/isoDay.ts';
import type { DayRange } from '../calendar/range.ts';
import { type Span, sameLengthBefore, spanBefore } from '../calendar/spans.ts';

/** What a recap is asked for: the last whole week, month or year, or a range of days. */
export type RecapPeriod = { readonly last: Span } | { readonly range: DayRange };

/** The days of a recap, and those of the period before, which it is held against. */
export interface RecapRanges {
  readonly range: DayRange;
  readonly before: DayRange;
}

/** @param today the last whole week is the one that ended before this day's */
export function rangesOf(period: RecapPeriod, today: LocalDay): RecapRanges {
  if ('range' in period) return { range: period.range, before: sameLengthBefore(period.range) };
  const range = spanBefore(period.last, today);
  return { range, before: spanBefore(period.last, range.since) };
}
