import { t } from '@vscode/l10n';
import type { TickUnit } from '../../../../artwork/charts/axis.ts';
import { dayOfIso, type LocalDay } from '../../../../calendar/isoDay.ts';
import { spanAround } from '../../../../calendar/spans.ts';
import type { TimeUnit } from '../../../../calendar/timeUnits.ts';

const LOCALE: string | undefined = globalThis.document?.documentElement.lang || undefined;
const DAY_MS = 86_400_000;

/** Calendar days are the same in every zone: they are written as those of UTC. */
const format = (options: Intl.DateTimeFormatOptions): ((day: LocalDay) => string) => {
  const written = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
  return (day) => written.format(day * DAY_MS);
};
const LONG_DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' });
const dayAndMonth = format({ day: 'numeric', month: 'long' });
const shortDay = format({ day: 'numeric', month: 'short' });
const month = format({ month: 'long', year: 'numeric' });
const shortMonth = format({ month: 'short', year: 'numeric' });
const weekday = format({ weekday: 'long' });
const shortWeekday = format({ weekday: 'short' });
/** "Mar 3, 2026" */
export const mediumDay = format({ dateStyle: 'medium' });
/** "Tuesday, March 3, 2026" */
export const wholeDay = format({ dateStyle: 'full' });
/** "Mar" */
export const monthName = format({ month: 'short' });
const yearName = format({ year: 'numeric' });
/** 5 January 1970 was a Monday. */
const A_MONDAY = 4;

/** A day as an answer names it; the protocol lets through none that is not one. */
export function dayOf(iso: string): LocalDay {
  return dayOfIso(iso) ?? 0;
}

/** The day it is for who looks at the page. @param now epoch milliseconds */
export function today(now = Date.now()): LocalDay {
  const date = new Date(now);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}

/** "March 3", with its year where that is another than this one. */
export function realDay(day: LocalDay, now = today()): string {
  return yearName(day) === yearName(now) ? dayAndMonth(day) : mediumDay(day);
}

/** "March 2026" @param iso `YYYY-MM` */
export function monthAndYear(iso: string): string {
  return month(dayOf(`${iso}-01`));
}

/** Monday is 0. */
export function weekdayName(index: number, style: 'long' | 'short'): string {
  return style === 'long' ? weekday(A_MONDAY + index) : shortWeekday(A_MONDAY + index);
}

/** "November 16 – 22, 2026" */
export function dayRange(since: LocalDay, until: LocalDay): string {
  return LONG_DAY.formatRange(since * DAY_MS, until * DAY_MS);
}

/** What stands at a tick of a time axis. */
export function tickWords(day: LocalDay, unit: TickUnit): string {
  if (unit === 'year') return yearName(day);
  return unit === 'month' ? shortMonth(day) : shortDay(day);
}

/** A day, a week or a month in full, by its first day that is meant. */
export function unitWords(unit: TimeUnit, day: LocalDay): string {
  if (unit === 'day') return mediumDay(day);
  if (unit === 'month') return month(day);
  const { since, until } = spanAround('week', day);
  return dayRange(since, until);
}

/** "reached on March 3" */
export function reachedOn(day: LocalDay): string {
  return t('reached on {0}', realDay(day));
}
