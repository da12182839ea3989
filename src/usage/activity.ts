import { type LocalDay, weekdayOf } from '../calendar/isoDay.ts';
import { localDayOf, localHourOf } from '../calendar/localDay.ts';
import type { DayRange } from '../calendar/range.ts';
import { isInRange } from '../calendar/range.ts';
import { currentStreak, longestStreak } from '../calendar/streaks.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** When somebody worked with Hermes. */
export interface Activity {
  /** Days with a message, in the range. */
  readonly active_days: number;
  /** Days with a message in a row, of all that are remembered; the current one ends today or yesterday. */
  readonly current_streak: number;
  readonly longest_streak: number;
  /** On which weekday and at which hour (0 to 23) most sessions of the range began; null without any. */
  readonly busiest_weekday: (typeof WEEKDAYS)[number] | null;
  readonly busiest_hour: number | null;
}

/** Collects when sessions were at work. */
export class ActivityTally {
  readonly #range: DayRange;
  readonly #days = new Set<LocalDay>();
  readonly #weekdays = Array<number>(WEEKDAYS.length).fill(0);
  readonly #hours = Array<number>(24).fill(0);

  constructor(range: DayRange) {
    this.#range = range;
  }

  /** The days on which a session has messages. */
  worked(days: readonly LocalDay[]): void {
    for (const day of days) this.#days.add(day);
  }

  /** @param startedAt when a session began, epoch seconds; null where it is not known */
  began(startedAt: number | null): void {
    if (startedAt === null) return;
    const day = localDayOf(startedAt);
    if (!isInRange(day, this.#range)) return;
    this.#weekdays[weekdayOf(day)]!++;
    this.#hours[localHourOf(startedAt)]!++;
  }

  activity(today: LocalDay): Activity {
    const days = [...this.#days].filter((day) => day <= today).sort((a, b) => a - b);
    const weekday = busiest(this.#weekdays);
    return {
      active_days: [...this.#days].filter((day) => isInRange(day, this.#range)).length,
      current_streak: currentStreak(days, today),
      longest_streak: longestStreak(days),
      busiest_weekday: weekday === null ? null : WEEKDAYS[weekday]!,
      busiest_hour: busiest(this.#hours),
    };
  }
}

/** The first place of the greatest number; null where all are 0. */
function busiest(numbers: readonly number[]): number | null {
  const most = Math.max(...numbers);
  return most === 0 ? null : numbers.indexOf(most);
}
