import type { LocalDay } from './isoDay.ts';

/** Days from one to another, both included. */
export interface DayRange {
  readonly since: LocalDay;
  readonly until: LocalDay;
}

export function isInRange(day: LocalDay, { since, until }: DayRange): boolean {
  return day >= since && day <= until;
}

/** So many days that end with one. */
export function daysUntil(until: LocalDay, days: number): DayRange {
  return { since: until - days + 1, until };
}
