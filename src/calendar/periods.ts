import { format } from 'date-fns/format';
import type { LocalDay } from './isoDay.ts';

const DAY_MS = 86_400_000;

/** `2026-W10`: the ISO week, which begins with a Monday, and the year that it belongs to. */
export function isoWeekOf(day: LocalDay): string {
  return format(noonOf(day), "RRRR-'W'II");
}

/** `2026-03`. */
export function isoMonthOf(day: LocalDay): string {
  return format(noonOf(day), 'yyyy-MM');
}

/** A date of that calendar day wherever this runs: no clock is changed at noon. */
function noonOf(day: LocalDay): Date {
  const date = new Date(day * DAY_MS);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}
