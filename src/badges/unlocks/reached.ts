import { isoOfDay, type LocalDay } from '../../calendar/isoDay.ts';
import type { AggregateMetric } from '../../metrics/session/stats.ts';
import { type ReachedTier, TIER_NAMES } from '../achievement.ts';
import type { Badge, MultiConditionBadge } from '../catalogue/badge.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { tierRank } from './record.ts';

/** The first day at whose end a figure of the whole history was at a threshold; null while it is not. */
export type FirstDayAt = (metric: AggregateMetric, threshold: number) => LocalDay | null;

/** The days on which a badge's tiers were reached, lowest first; of a badge without tiers the day of all its parts. */
export function reachedTiers(badge: Badge, firstDayAt: FirstDayAt): ReachedTier[] {
  if (badge.kind === 'multi_condition') {
    const day = dayOfAll(badge, firstDayAt);
    return day === null ? [] : [{ tier: null, day: isoOfDay(day) }];
  }
  const reached: ReachedTier[] = [];
  for (const [rank, threshold] of badge.tiers.entries()) {
    const day = firstDayAt(badge.metric, threshold);
    if (day === null) break;
    reached.push({ tier: TIER_NAMES[rank]!, day: isoOfDay(day) });
  }
  return reached;
}

/** The day on which a badge reached a tier (null: a badge without tiers); null where no history tells it. */
export function dayOfTier(id: string, tier: string | null, firstDayAt: FirstDayAt): LocalDay | null {
  const badge = CATALOGUE.find((one) => one.id === id);
  if (!badge) return null;
  if (badge.kind === 'multi_condition') return dayOfAll(badge, firstDayAt);
  const threshold = badge.tiers[tierRank(tier)];
  return threshold === undefined ? null : firstDayAt(badge.metric, threshold);
}

function dayOfAll({ requirements }: MultiConditionBadge, firstDayAt: FirstDayAt): LocalDay | null {
  const days = requirements.map(({ metric, gte }) => firstDayAt(metric, gte));
  return days.includes(null) ? null : Math.max(...(days as LocalDay[]));
}
