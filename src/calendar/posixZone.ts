/** Seconds that a zone's clock is ahead of UTC at a moment, epoch seconds. */
export type OffsetAt = (seconds: number) => number;

const DAY = 86_400;
const HOUR = 3600;
const NAME = `(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)`;
const CLOCK = String.raw`[+-]?\d{1,3}(?::\d{1,2}(?::\d{1,2})?)?`;
const DATE = String.raw`(?:M\d{1,2}\.\d\.\d|J\d{1,3}|\d{1,3})(?:/${CLOCK})?`;
const RULE = new RegExp(`^${NAME}(${CLOCK})(?:${NAME}(${CLOCK})?(?:,(${DATE}),(${DATE}))?)?$`);
const WITH_SUMMER_TIME = new RegExp(`^${NAME}${CLOCK}${NAME}`);
/** What glibc assumes of a summer time whose days are not told: the rules of the United States. */
const ASSUMED = ['M3.2.0', 'M11.1.0'] as const;
const LARGEST_OFFSET = 24 * HOUR + 59 * 60 + 59;

/** Seconds from the start of a year, on the wall clock, at which a change comes. */
type ChangeIn = (year: number) => number;

/**
 * The zone that a POSIX rule describes: `CET-1CEST,M3.5.0,M10.5.0/3`, `<+03>-3`, `EST5EDT`.
 * @returns undefined for a text that is no such rule
 */
export function posixZone(text: string): OffsetAt | undefined {
  const match = RULE.exec(text);
  if (!match) return undefined;
  const standard = offsetOf(match[1]!);
  if (!WITH_SUMMER_TIME.test(text)) return isOffset(standard) ? () => standard : undefined;
  const summer = match[2] === undefined ? standard + HOUR : offsetOf(match[2]);
  const from = changeOf(match[3] ?? ASSUMED[0]);
  const to = changeOf(match[4] ?? ASSUMED[1]);
  if (!isOffset(standard) || !isOffset(summer) || !from || !to) return undefined;
  return (seconds) => {
    const year = new Date((seconds + standard) * 1000).getUTCFullYear();
    const yearStart = Date.UTC(year, 0, 1) / 1000;
    // Summer time begins by the clock of standard time, and ends by its own.
    const begins = yearStart + from(year) - standard;
    const ends = yearStart + to(year) - summer;
    // South of the equator it lasts over the turn of the year.
    const isSummer =
      begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends;
    return isSummer ? summer : standard;
  };
}

/** A rule says how far UTC is ahead of the zone: the other way round. */
function offsetOf(clock: string): number {
  return 0 - clockSeconds(clock);
}

function isOffset(seconds: number): boolean {
  return Math.abs(seconds) <= LARGEST_OFFSET;
}

/** `2`, `-1:30`, `02:00:00`, in seconds. */
function clockSeconds(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.replace(/^[+-]/, '').split(':').map(Number);
  return (clock.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * 60 + seconds);
}

function changeOf(text: string): ChangeIn | undefined {
  const [date = '', clock = '2'] = text.split('/');
  const dayIn = dayOf(date);
  const seconds = clockSeconds(clock);
  return dayIn && ((year) => dayIn(year) * DAY + seconds);
}

/** Days from the start of a year; undefined for a date that no year has. */
function dayOf(date: string): ((year: number) => number) | undefined {
  if (date.startsWith('M')) return weekdayIn(date.slice(1).split('.').map(Number));
  const number = Number(date.replace('J', ''));
  if (!date.startsWith('J')) return number <= 365 ? () => number : undefined;
  // Counted without the 29th of February, in leap years as well.
  return number >= 1 && number <= 365
    ? (year) => number - 1 + (isLeap(year) && number >= 60 ? 1 : 0)
    : undefined;
}

/** Month, week (5: the last) and weekday (0: Sunday). */
function weekdayIn([month = 0, week = 0, weekday = 0]: number[]): ((year: number) => number) | undefined {
  if (month < 1 || month > 12 || week < 1 || week > 5 || weekday > 6) return undefined;
  return (year) => {
    const first = Date.UTC(year, month - 1, 1);
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const firstSuch = (weekday - new Date(first).getUTCDay() + 7) % 7;
    const inMonth = firstSuch + 7 * (week - 1);
    return (first - Date.UTC(year, 0, 1)) / 1000 / DAY + (inMonth < length ? inMonth : inMonth - 7);
  };
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}
