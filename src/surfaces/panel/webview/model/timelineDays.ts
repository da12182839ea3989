import type { UnlockNews } from '../../../../badges/unlocks/detect.ts';

export interface TimelineDay {
  /** The first moment of the day, in the reader's time zone; epoch seconds. */
  readonly start: number;
  /** Latest first; of what one scan found, in the order it was found. */
  readonly steps: readonly UnlockNews[];
}

/** The time line by days of the reader's time zone, latest first. */
export function byDay(timeline: readonly UnlockNews[]): TimelineDay[] {
  const days = Map.groupBy(timeline, (news) => startOfDay(news.at));
  return [...days]
    .map(([start, steps]) => ({ start, steps: steps.toSorted((a, b) => b.at - a.at) }))
    .sort((a, b) => b.start - a.start);
}

function startOfDay(moment: number): number {
  return new Date(moment * 1000).setHours(0, 0, 0, 0) / 1000;
}
