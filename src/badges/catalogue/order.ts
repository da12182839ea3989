import type { Achievement } from '../achievement.ts';
import { tierRank } from '../unlocks/record.ts';

/** How a list of badges may be sorted; every surface offers these. */
export const SORT_KEYS = ['nearest', 'tier', 'name', 'progress', 'recent'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

type Order = (a: Achievement, b: Achievement) => number;

/**
 * Sorts into a new list. Badges that compare alike keep their order, and secrets always come last, as they came: where
 * they stand must not tell what they are.
 *
 * - `nearest`: by progress to the next tier, those with nothing left to reach after all others
 * - `tier`: highest first, then by progress to the next one; an unlocked badge without tiers stands below Copper
 * - `name`: by alphabet
 * - `progress`: by progress to the next tier, those with nothing left to reach first
 * - `recent`: last unlocked first, then what is locked by progress
 */
export function sortAchievements(achievements: readonly Achievement[], key: SortKey): Achievement[] {
  const order = ORDERS[key];
  return achievements.toSorted((a, b) => {
    const secrets = Number(a.state === 'secret') - Number(b.state === 'secret');
    return secrets || (a.state === 'secret' ? 0 : order(a, b));
  });
}

/** Whether there is a tier, or for a badge without tiers the unlock, still to be reached. */
export function hasNextGoal(achievement: Achievement): boolean {
  return achievement.progress_pct < 100;
}

const byProgress: Order = (a, b) => b.progress_pct - a.progress_pct;

/** Made when it is first needed, since whoever loads this module waits for it. */
let collator: Intl.Collator | undefined;

function nameOrder(): Intl.Collator {
  collator ??= new Intl.Collator('en');
  return collator;
}

const ORDERS: Readonly<Record<SortKey, Order>> = {
  nearest: (a, b) => Number(hasNextGoal(b)) - Number(hasNextGoal(a)) || byProgress(a, b),
  tier: (a, b) =>
    tierRank(b.tier) - tierRank(a.tier) || Number(b.unlocked) - Number(a.unlocked) || byProgress(a, b),
  name: (a, b) => nameOrder().compare(a.name, b.name),
  progress: byProgress,
  recent: (a, b) =>
    Number(b.unlocked) - Number(a.unlocked) ||
    (b.unlocked_at ?? 0) - (a.unlocked_at ?? 0) ||
    byProgress(a, b),
};
