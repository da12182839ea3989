import type { Random } from '../random.ts';

const DAY = 86_400;

/** How many days the history spans. */
const SPAN_DAYS = 365;

/** How likely a session starts in each hour (UTC): office hours, evenings, and some nights. */
const HOURS: readonly number[] = [
  4, 3, 2, 1, 1, 1, 2, 4, 9, 13, 14, 12, 8, 12, 14, 13, 11, 8, 6, 8, 10, 10, 8, 6,
];

/** When the user was at work: quiet weekends, busy and slow weeks, a holiday or two. */
export class Calendar {
  readonly #start: number;
  readonly #now: number;
  readonly #days: readonly (readonly [number, number])[];
  readonly #hours = HOURS.map((weight, hour) => [hour, weight] as const);

  /** @param now Epoch seconds at which the history ends. */
  constructor(now: number, random: Random) {
    this.#now = now;
    this.#start = (Math.floor(now / DAY) - SPAN_DAYS + 1) * DAY;
    const holidays = [random.int(20, 150), random.int(180, 330)];
    let pace = 1;
    this.#days = Array.from({ length: SPAN_DAYS }, (_, day) => {
      if (day % 7 === 0) pace = random.logNormal(1, 0.4);
      const away = holidays.some((first) => day >= first && day < first + 9);
      return [day, (away ? 0.05 : pace) * (this.#isWeekend(day) ? 0.55 : 1)] as const;
    });
  }

  #isWeekend(day: number): boolean {
    const weekday = new Date((this.#start + day * DAY + DAY / 2) * 1000).getUTCDay();
    return weekday === 0 || weekday === 6;
  }

  /** A moment at which the user sat down. Epoch seconds with milliseconds. */
  start(random: Random): number {
    const day = random.weighted(this.#days);
    return this.#at(day, random.weighted(this.#hours), random);
  }

  /** A moment at which a scheduled job ran: every day alike, early in the morning. */
  scheduled(random: Random): number {
    return this.#at(random.int(0, SPAN_DAYS - 1), random.pick([2, 6, 6, 7]), random);
  }

  #at(day: number, hour: number, random: Random): number {
    const moment = this.#start + day * DAY + hour * 3600 + random.int(0, 3_599_999) / 1000;
    // Today's hours that are still to come belong to yesterday.
    return moment > this.#now ? moment - DAY : moment;
  }

  /** How much of the span lies before a moment, from 0 to 1. */
  share(moment: number): number {
    return (moment - this.#start) / (SPAN_DAYS * DAY);
  }
}
