import type { LocalDay } from './isoDay.ts';
import type { DayRange } from './range.ts';

/** The most of these days that follow each other, the first such run; null without days. @param days rising */
export function longestRun(days: readonly LocalDay[]): DayRange | null {
  let longest: DayRange | null = null;
  let since = days[0]!;
  days.forEach((day, index) => {
    if (day !== days[index - 1]! + 1) since = day;
    if (longest === null || day - since > longest.until - longest.since) longest = { since, until: day };
  });
  return longest;
}

/** How many of these days at most follow each other. @param days rising */
export function longestStreak(days: readonly LocalDay[]): number {
  const run = longestRun(days);
  return run === null ? 0 : run.until - run.since + 1;
}

/** How many of these days follow each other up to today, or up to yesterday while today has none. @param days rising */
export function currentStreak(days: readonly LocalDay[], today: LocalDay): number {
  const last = days.at(-1);
  if (last === undefined || last < today - 1) return 0;
  let length = 1;
  while (days.at(-1 - length) === last - length) length++;
  return length;
}
