import { t } from '@vscode/l10n';

/** The language of the page, which the host wrote into it; the browser's own outside of a page. */
const LOCALE: string | undefined = globalThis.document?.documentElement.lang || undefined;

const NUMBER = new Intl.NumberFormat(LOCALE);
const DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });
const FULL_DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full' });
const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const TIME = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });
/** An hour of any day: those of UTC stand for all. */
const HOUR = new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', timeZone: 'UTC' });
const RELATIVE = {
  long: new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' }),
  short: new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'short' }),
};

/** Largest first; the unit of a span is the first that it fills. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

export function figure(value: number): string {
  return NUMBER.format(value);
}

/** All moments are epoch seconds. */
export function day(moment: number): string {
  return DAY.format(moment * 1000);
}

export function fullDay(moment: number): string {
  return FULL_DAY.format(moment * 1000);
}

export function dayAndTime(moment: number): string {
  return MOMENT.format(moment * 1000);
}

export function timeOfDay(moment: number): string {
  return TIME.format(moment * 1000);
}

/** "9 AM" @param hour 0 to 23 */
export function hourOfDay(hour: number): string {
  return HOUR.format(hour * 3_600_000);
}

/** The time of day of a moment of today, else its day too. */
export function timeOrDay(moment: number, now = Date.now() / 1000): string {
  return day(moment) === day(now) ? timeOfDay(moment) : dayAndTime(moment);
}

/** "3 minutes ago"; under a minute, and for a clock set back, "just now". */
export function ago(moment: number, now = Date.now() / 1000): string {
  return sinceThen(moment, now, 'long');
}

/** "3 min. ago" */
export function shortlyAgo(moment: number, now = Date.now() / 1000): string {
  return sinceThen(moment, now, 'short');
}

function sinceThen(moment: number, now: number, style: keyof typeof RELATIVE): string {
  const age = now - moment;
  for (const [unit, seconds] of UNITS) {
    if (age >= seconds) return RELATIVE[style].format(-Math.floor(age / seconds), unit);
  }
  return t('just now');
}

/** How much longer something takes, roughly: whole seconds, whole minutes from two minutes on. */
export function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return t('about {0} s left', figure(Math.max(1, seconds)));
  return t('about {0} min left', figure(Math.round(seconds / 60)));
}
