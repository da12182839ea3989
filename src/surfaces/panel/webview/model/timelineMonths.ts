import type { Achievement } from '../../../../badges/achievement.ts';
import type { TimelineStep } from '../../../../badges/overTime/timeline.ts';
import type { TimelineFilter } from '../../protocol/viewState.ts';

/** A step of the time line with the badge that it is of. */
export interface ShownStep extends TimelineStep {
  readonly badge: Achievement;
}

export interface TimelineMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Newest first; of one day the best tier first. */
  readonly steps: readonly ShownStep[];
}

/** The steps that the filters let through, of badges that are shown; newest first. */
export function shownSteps(
  steps: readonly TimelineStep[],
  badges: readonly Achievement[],
  { tier, category }: TimelineFilter,
): ShownStep[] {
  const byId = new Map(badges.map((badge) => [badge.id, badge]));
  return steps
    .flatMap((step) => {
      const badge = byId.get(step.id);
      return badge ? [{ ...step, badge }] : [];
    })
    .filter((step) => tier === 'all' || (step.tier ?? 'feat') === tier)
    .filter(({ badge }) => category === 'all' || badge.category === category)
    .toReversed();
}

export function byMonth(steps: readonly ShownStep[]): TimelineMonth[] {
  const months = Map.groupBy(steps, ({ day }) => day.slice(0, day.lastIndexOf('-')));
  return [...months].map(([month, ofMonth]) => ({ month, steps: ofMonth }));
}
