import { weekdayOf } from '../calendar/isoDay.ts';
import { localDayOf, localHourOf } from '../calendar/localDay.ts';
import { startOfDay } from '../calendar/localTime.ts';
import { type DayRange, isInRange } from '../calendar/range.ts';
import { validMoment } from '../hermes/sessions/moments.ts';

/** How many sessions began when, by this machine's clock. */
export interface Starts {
  /** By hour, 0 to 23. */
  readonly hours: readonly number[];
  /** By weekday, Monday first. */
  readonly weekdays: readonly number[];
}

/** Collects when sessions began that began in a range of days. */
export class StartsTally {
  readonly #range: DayRange;
  readonly #from: number;
  readonly #to: number;
  readonly #moments: number[] = [];

  constructor(range: DayRange) {
    this.#range = range;
    this.#from = startOfDay(range.since - 1);
    this.#to = startOfDay(range.until + 2);
  }

  /** @param start epoch seconds, or any other number, which is no time; null where nothing tells it */
  add(start: number | null): void {
    const isNear = start !== null && start >= this.#from && start < this.#to;
    if (isNear && validMoment(start) !== null) this.#moments.push(start);
  }

  starts(): Starts {
    const hours = Array<number>(24).fill(0);
    const weekdays = Array<number>(7).fill(0);
    // Sorted, moments of one day follow each other, and a day that was just looked up costs nothing.
    for (const moment of Float64Array.from(this.#moments).sort()) {
      const day = localDayOf(moment);
      if (!isInRange(day, this.#range)) continue;
      hours[localHourOf(moment)]!++;
      weekdays[weekdayOf(day)]!++;
    }
    return { hours, weekdays };
  }
}
