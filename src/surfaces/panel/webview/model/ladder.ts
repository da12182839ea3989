import type { Achievement, TierName } from '../../../../badges/achievement.ts';
import { ladderOf } from '../../../../badges/ladder.ts';
import type { UnlockNews } from '../../../../badges/unlocks/detect.ts';
import { tierRank } from '../../../../badges/unlocks/record.ts';

/** One tier of a badge. */
export interface Rung {
  readonly tier: TierName;
  readonly threshold: number;
  readonly reached: boolean;
  /** The day on which it was really reached, as `YYYY-MM-DD`; null where no history tells it. */
  readonly day: string | null;
  /** When it was noticed, epoch seconds, if that is remembered. */
  readonly noticed: number | null;
}

/** The tiers of a badge, lowest first. A tier that was passed on the way to a higher one was noticed with it. */
export function ladder(badge: Achievement, timeline: readonly UnlockNews[]): Rung[] {
  const steps = timeline.filter((news) => news.id === badge.id);
  return ladderOf(badge).map(({ name, threshold, held }) => {
    const step = held ? steps.find((news) => tierRank(news.to_tier) >= tierRank(name)) : undefined;
    const day = held ? badge.reached.find(({ tier }) => tier === name)?.day : undefined;
    return { tier: name, threshold, reached: held, day: day ?? null, noticed: step?.at ?? null };
  });
}
