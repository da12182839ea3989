import type { LocalDay } from '../calendar/isoDay.ts';
import { type DayRange, daysUntil } from '../calendar/range.ts';
import { spanAround } from '../calendar/spans.ts';

/** So many days that end today. */
export const LAST_DAYS = [7, 30, 90, 365] as const;

/** The time that usage is asked of. */
export type UsagePeriod =
  | { readonly last: (typeof LAST_DAYS)[number] }
  | { readonly this: 'month' }
  | { readonly all: true }
  | { readonly range: DayRange };

/**
 * The days of a period.
 * @param known the first and the last day of which anything is known; null before there is any
 */
export function daysOfPeriod(period: UsagePeriod, today: LocalDay, known: () => DayRange | null): DayRange {
  if ('range' in period) return period.range;
  if ('last' in period) return daysUntil(today, period.last);
  if ('this' in period) return { since: spanAround(period.this, today).since, until: today };
  const { since, until } = known() ?? { since: today, until: today };
  // A clock that was ahead has booked to days that are still to come.
  return { since: Math.min(since, today), until: Math.max(until, today) };
}
