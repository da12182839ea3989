import { type Achievement, TIER_NAMES, type TierName } from '../../../badges/achievement.ts';
import { tierRank } from '../../../badges/unlockRecord.ts';
import type { UnlockNews } from '../../../badges/unlocks.ts';

/** One tier of a badge. */
export interface Rung {
  readonly tier: TierName;
  readonly threshold: number;
  readonly reached: boolean;
  /** Epoch seconds, if it is remembered. */
  readonly at: number | null;
}

/** The tiers of a badge, lowest first. A tier that was passed on the way to a higher one was reached with it. */
export function ladder({ id, tier, tiers = [] }: Achievement, timeline: readonly UnlockNews[]): Rung[] {
  const steps = timeline.filter((news) => news.id === id);
  return tiers.map(({ name, threshold }) => {
    const rank = TIER_NAMES.indexOf(name);
    const reached = rank <= tierRank(tier);
    const step = reached ? steps.find((news) => tierRank(news.to_tier) >= rank) : undefined;
    return { tier: name, threshold, reached, at: step?.at ?? null };
  });
}
