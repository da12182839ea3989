import type { LocalDay } from '../../calendar/isoDay.ts';
import { localDayOf } from '../../calendar/localDay.ts';
import type { DaySlice, FigureRow, SessionDays } from './daySlices.ts';

/** Where a session's days stood, to go on from in another process; plain JSON. */
export interface FrozenDays {
  readonly today: LocalDay | null;
  readonly hasUndated: boolean;
  readonly earlier: readonly DaySlice[];
}

/**
 * Notes a session's figures at each change of day while its messages are counted (counting.md, "Days"). A session of
 * one day costs a comparison a message.
 */
export class DayCounter {
  readonly #figures: () => FigureRow;
  readonly #startedAt: number | null;
  readonly #earlier: DaySlice[];
  /** The day of the last counted message; null before the first that has one. */
  #today: LocalDay | null;
  /** Messages without a day were counted: they get that of the session. */
  #hasUndated: boolean;

  /**
   * @param startedAt the session's, epoch seconds; null without a valid one
   * @param figures those of all messages counted so far
   */
  constructor(startedAt: number | null, figures: () => FigureRow, frozen?: FrozenDays) {
    this.#startedAt = startedAt;
    this.#figures = figures;
    this.#today = frozen?.today ?? null;
    this.#hasUndated = frozen?.hasUndated ?? false;
    this.#earlier = [...(frozen?.earlier ?? [])];
  }

  /** To be told of each message before it is counted. @param timestamp epoch seconds; null without a valid one */
  beforeMessage(timestamp: number | null): void {
    if (timestamp === null) {
      if (this.#today === null) this.#undated();
      return;
    }
    const day = localDayOf(timestamp);
    if (day === this.#today) return;
    if (this.#today !== null) {
      // A message is never before the one before it.
      if (day < this.#today) return;
      this.#earlier.push({ day: this.#today, figures: this.#figures() });
    }
    this.#today = day;
  }

  /** @param lastActive epoch seconds; tells the session's day where nothing else does */
  days(lastActive: number | null): SessionDays {
    const first = this.#earlier[0]?.day ?? this.#today;
    const own = this.#startedAt === null ? (first ?? dayOf(lastActive)) : localDayOf(this.#startedAt);
    return {
      own,
      last: this.#today ?? (this.#hasUndated ? own : null),
      earlier: this.#earlier,
    };
  }

  freeze(): FrozenDays {
    return { today: this.#today, hasUndated: this.#hasUndated, earlier: this.#earlier };
  }

  #undated(): void {
    if (this.#startedAt === null) this.#hasUndated = true;
    else this.#today = localDayOf(this.#startedAt);
  }
}

function dayOf(seconds: number | null): LocalDay | null {
  return seconds === null ? null : localDayOf(seconds);
}
