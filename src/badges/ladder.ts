import type { Achievement, TierName } from './achievement.ts';
import { tierRank } from './unlocks/record.ts';

/** One tier of a badge. */
export interface LadderStep {
  readonly name: TierName;
  readonly threshold: number;
  /** The badge holds this tier: today's figures reach it, or it was reached once and is kept. */
  readonly held: boolean;
}

/**
 * The tiers of a badge, lowest first; none for one without tiers. What is held is told by the tier, not by today's
 * figure, which may have fallen since.
 */
export function ladderOf({ tier, tiers = [] }: Achievement): LadderStep[] {
  const rank = tierRank(tier);
  return tiers.map(({ name, threshold }) => ({ name, threshold, held: tierRank(name) <= rank }));
}
