import { localTimeOf, startOfDay } from './localTime.ts';

/** A calendar day of this machine's time zone: days since 1970-01-01, whatever zone that was. */
export type LocalDay = number;

const DAY_SECONDS = 86_400;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

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

/** Monday is 0, Sunday 6. */
export function weekdayOf(day: LocalDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `YYYY-MM-DD`; a year of more than four digits is written with its sign. */
export function isoOfDay(day: LocalDay): string {
  return new Date(day * DAY_SECONDS * 1000).toISOString().split('T', 1)[0]!;
}

/** The day that a text `YYYY-MM-DD` names; undefined where it names none. */
export function dayOfIso(text: string): LocalDay | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`) / 1000 / DAY_SECONDS;
  return Number.isInteger(day) && isoOfDay(day) === text ? day : undefined;
}
