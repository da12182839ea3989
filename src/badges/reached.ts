import { isoOfDay, type LocalDay } from '../calendar/localDay.ts';
import type { AggregateMetric } from '../metrics/sessionStats.ts';
import { type ReachedTier, TIER_NAMES } from './achievement.ts';
import type { Badge } from './badge.ts';

/** The first day at whose end a figure of the whole history was at a threshold; null while it is not. */
export type FirstDayAt = (metric: AggregateMetric, threshold: number) => LocalDay | null;

/** The days on which a badge's tiers were reached, lowest first; of a badge without tiers the day of all its parts. */
export function reachedTiers(badge: Badge, firstDayAt: FirstDayAt): ReachedTier[] {
  if (badge.kind === 'multi_condition') {
    const days = badge.requirements.map(({ metric, gte }) => firstDayAt(metric, gte));
    if (days.some((day) => day === null)) return [];
    return [{ tier: null, day: isoOfDay(Math.max(...(days as LocalDay[]))) }];
  }
  const reached: ReachedTier[] = [];
  for (const [rank, threshold] of badge.tiers.entries()) {
    const day = firstDayAt(badge.metric, threshold);
    if (day === null) break;
    reached.push({ tier: TIER_NAMES[rank]!, day: isoOfDay(day) });
  }
  return reached;
}
