import type { LocalDay } from '../../calendar/isoDay.ts';

/** On this day the greatest figure of any session rose to this. */
export interface RecordMark {
  readonly day: LocalDay;
  readonly value: number;
  /** The session that holds it. */
  readonly holder: string;
}

/** What one session's figure came to at the end of each day it was active on, rising. */
export type Climb = readonly (readonly [day: LocalDay, value: number])[];

/**
 * The greatest figure of any session over time: the days on which it rose. Adding costs a look at the few records
 * there are; only when a holder of one falls must all sessions be looked at again.
 */
export class Records {
  #marks: RecordMark[] = [];
  #isStale = false;

  /**
   * Whether a session could set a record.
   * @param from the first day it was active on
   * @param greatest what its figure came to in the end
   */
  isRecord(from: LocalDay, greatest: number): boolean {
    if (greatest <= 0 || this.#isStale) return false;
    const marks = this.#marks;
    let place = marks.length - 1;
    while (place >= 0 && marks[place]!.day > from) place--;
    return place < 0 || greatest > marks[place]!.value;
  }

  /** Whether a session holds one. */
  isHolder(session: string): boolean {
    return !this.#isStale && this.#marks.some((mark) => mark.holder === session);
  }

  /** A session's climb in place of what was known of it. */
  replace(holder: string, climb: Climb): void {
    if (this.#isStale) return;
    if (this.#marks.some((mark) => mark.holder === holder && valueAt(climb, mark.day) < mark.value)) {
      this.#isStale = true;
      return;
    }
    for (const [day, value] of climb) this.#enter({ day, value, holder });
  }

  /** The records, earliest first. @param all every session's climb, asked for where a holder has fallen */
  marks(all: () => Iterable<readonly [holder: string, climb: Climb]>): readonly RecordMark[] {
    if (this.#isStale) {
      this.#marks = [];
      this.#isStale = false;
      for (const [holder, climb] of all()) this.replace(holder, climb);
    }
    return this.#marks;
  }

  #enter(mark: RecordMark): void {
    if (mark.value <= 0) return;
    const marks = this.#marks;
    let place = marks.length;
    while (place > 0 && marks[place - 1]!.day > mark.day) place--;
    if (place > 0 && marks[place - 1]!.value >= mark.value) return;
    const from = place > 0 && marks[place - 1]!.day === mark.day ? place - 1 : place;
    let to = place;
    while (to < marks.length && marks[to]!.value <= mark.value) to++;
    marks.splice(from, to - from, mark);
  }
}

function valueAt(climb: Climb, day: LocalDay): number {
  let value = 0;
  for (const [reached, figure] of climb) if (reached <= day) value = figure;
  return value;
}
