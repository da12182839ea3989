import { type Achievement, CATEGORIES, type Category, TIER_NAMES, type TierName } from './achievement.ts';
import { hasNextGoal, sortAchievements } from './catalogue/order.ts';
import { tierRank } from './unlocks/record.ts';

/** How many badges are in which state, under the snapshot's keys. */
export interface StateCounts {
  unlocked_count: number;
  discovered_count: number;
  secret_count: number;
  total_count: number;
}

export function countStates(achievements: readonly Achievement[]): StateCounts {
  const count = (state: Achievement['state']) => achievements.filter((badge) => badge.state === state).length;
  return {
    unlocked_count: count('unlocked'),
    discovered_count: count('discovered'),
    secret_count: count('secret'),
    total_count: achievements.length,
  };
}

/** The highest tier that any badge holds. */
export function highestTier(achievements: readonly Achievement[]): TierName | null {
  return TIER_NAMES[Math.max(-1, ...achievements.map((badge) => tierRank(badge.tier)))] ?? null;
}

/** How many badges hold each tier now, lowest tier first. */
export function countTiers(achievements: readonly Achievement[]): { tier: TierName; count: number }[] {
  return TIER_NAMES.map((tier) => ({
    tier,
    count: achievements.filter((badge) => badge.tier === tier).length,
  }));
}

/** The badges on their way to the next tier or unlock, nearest first; none that has made no step towards it. */
export function nearestBadges(achievements: readonly Achievement[], limit: number): Achievement[] {
  return sortAchievements(achievements, 'nearest')
    .filter((badge) => badge.state !== 'secret' && hasNextGoal(badge) && badge.progress_pct > 0)
    .slice(0, limit);
}

/**
 * How much of everything there is to reach is reached, in whole percent: every tier of every badge is one step, and so
 * is the unlock of a badge without tiers. 100 only when nothing is left.
 */
export function overallProgress(achievements: readonly Achievement[]): number {
  let reached = 0;
  let steps = 0;
  for (const badge of achievements) {
    steps += badge.tiers?.length ?? 1;
    reached += badge.tiers ? tierRank(badge.tier) + 1 : Number(badge.unlocked);
  }
  return steps === 0 ? 0 : Math.floor((100 * reached) / steps);
}

/** The categories with most unlocked badges, most first, at most `limit`; none without any. */
export function strongestCategories(achievements: readonly Achievement[], limit: number): Category[] {
  return rankCategories((category) => {
    const count = achievements.filter((badge) => badge.category === category && badge.unlocked).length;
    return count > 0 ? count : undefined;
  }, limit);
}

/** The categories whose best locked badge has most progress, most first, at most `limit`; secrets tell nothing here. */
export function promisingCategories(achievements: readonly Achievement[], limit: number): Category[] {
  return rankCategories((category) => {
    const locked = achievements.filter(
      (badge) => badge.category === category && badge.state === 'discovered',
    );
    return locked.length > 0 ? Math.max(...locked.map((badge) => badge.progress_pct)) : undefined;
  }, limit);
}

/** Highest figure first, in the usual order of categories where alike; those without a figure are left out. */
function rankCategories(figureOf: (category: Category) => number | undefined, limit: number): Category[] {
  return CATEGORIES.map((category) => ({ category, figure: figureOf(category) }))
    .filter((entry): entry is { category: Category; figure: number } => entry.figure !== undefined)
    .sort((a, b) => b.figure - a.figure)
    .slice(0, limit)
    .map((entry) => entry.category);
}
