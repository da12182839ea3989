import { weekdayOf } from '../calendar/isoDay.ts';
import { localDayOf, localHourOf } from '../calendar/localDay.ts';
import { startOfDay } from '../calendar/localTime.ts';
import { type DayRange, isInRange } from '../calendar/range.ts';
import { validMoment } from '../hermes/sessions/moments.ts';

/** How many sessions began when, by this machine's clock. */
export interface Starts {
  /** By hour, 0 to 23. */
  readonly hours: readonly number[];
  /** By weekday, Monday first. */
  readonly weekdays: readonly number[];
}

/** Moments of one day follow each other when sorted, and a day that was just looked up costs nothing. */
export function startsWithin(starts: Iterable<number | null>, range: DayRange): Starts {
  const [from, to] = [startOfDay(range.since - 1), startOfDay(range.until + 2)];
  const moments: number[] = [];
  for (const start of starts)
    if (start !== null && start >= from && start < to && validMoment(start) !== null) moments.push(start);
  const hours = Array<number>(24).fill(0);
  const weekdays = Array<number>(7).fill(0);
  for (const moment of Float64Array.from(moments).sort()) {
    const day = localDayOf(moment);
    if (!isInRange(day, range)) continue;
    hours[localHourOf(moment)]!++;
    weekdays[weekdayOf(day)]!++;
  }
  return { hours, weekdays };
}
