import { isoOfDay, type LocalDay } from './isoDay.ts';
import { isoMonthOf, isoWeekOf } from './periods.ts';
import type { DayRange } from './range.ts';
import { spanAround } from './spans.ts';

/** What days are drawn by, finest first. */
const TIME_UNITS = ['day', 'week', 'month'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** About so many days are in each. */
const DAYS_IN = { day: 1, week: 7, month: 30 } as const;
const KEY_OF = { day: isoOfDay, week: isoWeekOf, month: isoMonthOf } as const;

export function isTimeUnit(name: string): name is TimeUnit {
  return name in KEY_OF;
}

/** What the unit around a day is called: `2026-03-01`, `2026-W09`, `2026-03`. */
export function unitKey(unit: TimeUnit, day: LocalDay): string {
  return KEY_OF[unit](day);
}

/** The finest unit of which a range has at most so many; the coarsest where it has more of each. */
export function fittingUnit({ since, until }: DayRange, fitting: number): TimeUnit {
  const days = until - since + 1;
  return TIME_UNITS.find((unit) => days / DAYS_IN[unit] <= fitting) ?? 'month';
}

/** The units of a range in their order, each by the first of its days that lies in it: of too many the last. */
export function lastUnitsIn(
  { since, until }: DayRange,
  unit: TimeUnit,
  most: number,
): { readonly key: string; readonly day: LocalDay }[] {
  const units = [];
  for (let last = until; last >= since && units.length < most; last = units.at(-1)!.day - 1) {
    const day = unit === 'day' ? last : Math.max(since, spanAround(unit, last).since);
    units.push({ key: unitKey(unit, day), day });
  }
  return units.reverse();
}
