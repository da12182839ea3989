import type { LocalDay } from '../../calendar/isoDay.ts';

/** The day of what has none: before every other, so it is there from the first day on. */
export const BEFORE_ALL_DAYS: LocalDay = Number.NEGATIVE_INFINITY;

/** What a few figures came to over time: a row of running totals for each day. */
export interface RunningTotals {
  /** Days on which anything happened, rising; what has no day is counted on the first of them. */
  readonly days: readonly LocalDay[];
  /** For each figure its total at the end of each of those days. */
  readonly totals: readonly Float64Array[];
}

/**
 * A fixed number of figures, each summed up by day. What was added can be taken back, so that a changed session costs
 * the days it was active on, whatever the size of the history.
 */
export class DailySums {
  readonly #width: number;
  readonly #byDay = new Map<LocalDay, Float64Array>();
  #running: RunningTotals | undefined;

  /** @param width how many figures there are */
  constructor(width: number) {
    this.#width = width;
  }

  /** The figures of one day, to add to or take back from. */
  on(day: LocalDay): Float64Array {
    this.#running = undefined;
    const known = this.#byDay.get(day);
    if (known) return known;
    const fresh = new Float64Array(this.#width);
    this.#byDay.set(day, fresh);
    return fresh;
  }

  /** Days with anything on them, rising, each with its figures; what has no day is left out. */
  *days(): Generator<{ readonly day: LocalDay; readonly figures: Float64Array }, void, void> {
    for (const day of this.#sortedDays()) yield { day, figures: this.#byDay.get(day)! };
  }

  runningTotals(): RunningTotals {
    this.#running ??= this.#total();
    return this.#running;
  }

  #total(): RunningTotals {
    const days = this.#sortedDays();
    const totals = Array.from({ length: this.#width }, () => new Float64Array(days.length));
    const sums = Float64Array.from(this.#byDay.get(BEFORE_ALL_DAYS) ?? new Float64Array(this.#width));
    for (const [place, day] of days.entries()) {
      const figures = this.#byDay.get(day)!;
      for (let figure = 0; figure < this.#width; figure++) {
        sums[figure]! += figures[figure]!;
        totals[figure]![place] = sums[figure]!;
      }
    }
    return { days, totals };
  }

  #sortedDays(): LocalDay[] {
    const days: LocalDay[] = [];
    for (const [day, figures] of this.#byDay) {
      if (figures.every((amount) => amount === 0)) this.#byDay.delete(day);
      else if (day !== BEFORE_ALL_DAYS) days.push(day);
    }
    return days.sort((a, b) => a - b);
  }
}
