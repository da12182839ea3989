import type { LocalDay } from './isoDay.ts';
import { localTimeOf, startOfDay } from './localTime.ts';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;

/** The day last asked for, from one midnight to the next: moments of one day mostly come together. */
let from = 0;
let to = 0;
let cached: LocalDay = 0;

/** The local calendar day of a moment. @param seconds epoch */
export function localDayOf(seconds: number): LocalDay {
  return seconds >= from && seconds < to ? cached : findDay(seconds);
}

/** What hour the clock showed at a moment, 0 to 23. @param seconds epoch */
export function localHourOf(seconds: number): number {
  if (!(seconds >= from && seconds < to)) findDay(seconds);
  // On a day that is remembered the clock went from 0 to 24 without a change.
  return seconds >= from && seconds < to
    ? Math.floor((seconds - from) / HOUR_SECONDS)
    : localTimeOf(seconds).hour;
}

/** Remembers the day if it is a whole one. */
function findDay(seconds: number): LocalDay {
  const { day, offset } = localTimeOf(seconds);
  const start = startOfDay(day);
  const end = start + DAY_SECONDS;
  // A day on which the clock is put back may come twice, in parts: only one without a change is remembered.
  const isWhole =
    seconds >= start && seconds < end && localTimeOf(start).offset === offset && startOfDay(day + 1) === end;
  if (isWhole) {
    from = start;
    to = end;
    cached = day;
  }
  return day;
}
