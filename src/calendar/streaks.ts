import type { LocalDay } from './localDay.ts';

/** The most of these days that follow each other. @param days rising */
export function longestStreak(days: readonly LocalDay[]): number {
  let [longest, length] = [0, 0];
  days.forEach((day, index) => {
    length = day === days[index - 1]! + 1 ? length + 1 : 1;
    longest = Math.max(longest, length);
  });
  return longest;
}

/** How many of these days follow each other up to today, or up to yesterday while today has none. @param days rising */
export function currentStreak(days: readonly LocalDay[], today: LocalDay): number {
  const last = days.at(-1);
  if (last === undefined || last < today - 1) return 0;
  let length = 1;
  while (days.at(-1 - length) === last - length) length++;
  return length;
}
