import type { Achievement } from '../../../../badges/achievement.ts';
import { type SortKey, sortAchievements } from '../../../../badges/catalogue/order.ts';

/** The ids of all badges in the order chosen. */
export function freshOrder(badges: readonly Achievement[], sort: SortKey): string[] {
  return sortAchievements(badges, sort).map(({ id }) => id);
}

/**
 * The order in which a reader keeps every card where it is: figures that changed behind the scenes sort nothing anew.
 * Badges that were not there before stand after the others, and secrets last.
 */
export function steadyOrder(
  before: readonly string[],
  badges: readonly Achievement[],
  sort: SortKey,
): string[] {
  const secrets = new Set(badges.filter(({ state }) => state === 'secret').map(({ id }) => id));
  const known = new Set(before);
  const fresh = freshOrder(badges, sort);
  const present = new Set(fresh);
  return [...before.filter((id) => present.has(id)), ...fresh.filter((id) => !known.has(id))].sort(
    (a, b) => Number(secrets.has(a)) - Number(secrets.has(b)),
  );
}
