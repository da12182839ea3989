import type { LocalDay } from '../../calendar/isoDay.ts';

/** Whole-number figures of one session, a place for each of `SESSION_METRICS`. */
export type FigureRow = readonly number[];

/** A session's figures at the end of a local day: over its counted messages up to and including that day. */
export interface DaySlice {
  readonly day: LocalDay;
  readonly figures: FigureRow;
}

/** When what a session counts happened. */
export interface SessionDays {
  /** The session's own day, on which it began; null where nothing tells it. */
  readonly own: LocalDay | null;
  /** The last day on which a counted message lies; null without one that has a day. Its figures are the session's. */
  readonly last: LocalDay | null;
  /** The days before that one, rising; none for a session of one day. */
  readonly earlier: readonly DaySlice[];
}
