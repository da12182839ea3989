import type { Aggregate } from '../metrics/session/stats.ts';
import { TIER_NAMES, type TierName } from './achievement.ts';
import type { Badge, MultiConditionBadge, TieredBadge } from './catalogue/badge.ts';
import { bestTierOf, tierRank, type UnlockRecord } from './unlocks/record.ts';

/** Where a badge stands: the figures of an achievement, without its words. */
export interface Standing {
  readonly unlocked: boolean;
  /** Something has counted towards it, today or in a history that is gone. */
  readonly started: boolean;
  readonly tier: TierName | null;
  /** Today's figure: the metric, or for a multi-condition badge the percentage. */
  readonly progress: number;
  readonly next_tier: TierName | null;
  readonly next_threshold: number;
  readonly progress_pct: number;
  /** Today's figures alone would not give this tier. */
  readonly kept: boolean;
}

/**
 * Holds a badge against an aggregate.
 * @param record what is remembered, if it was ever unlocked. The rules are then applied with the best tier it ever
 *   reached as the tier held: only `progress` is today's figure, and the next tier is never one reached before.
 */
export function standingOf(badge: Badge, aggregate: Partial<Aggregate>, record?: UnlockRecord): Standing {
  return badge.kind === 'multi_condition'
    ? multiConditionStanding(badge, aggregate, record)
    : tieredStanding(badge, aggregate, record);
}

function tieredStanding(
  badge: TieredBadge,
  aggregate: Partial<Aggregate>,
  record: UnlockRecord | undefined,
): Standing {
  const progress = wholeFigure(aggregate[badge.metric]);
  const rankToday = badge.tiers.findLastIndex((threshold) => progress >= threshold);
  const bestRank = record === undefined ? -1 : tierRank(bestTierOf(record));
  const rank = Math.max(rankToday, bestRank);
  const held = rank >= 0 ? badge.tiers[rank]! : 0;
  const next = badge.tiers[rank + 1];
  return {
    unlocked: rank >= 0,
    started: progress > 0 || rank >= 0,
    tier: TIER_NAMES[rank] ?? null,
    progress,
    next_tier: next === undefined ? null : TIER_NAMES[rank + 1]!,
    next_threshold: next ?? badge.tiers.at(-1)!,
    progress_pct: next === undefined ? 100 : percentBelow100((progress - held) / Math.max(1, next - held)),
    kept: bestRank > rankToday,
  };
}

function multiConditionStanding(
  badge: MultiConditionBadge,
  aggregate: Partial<Aggregate>,
  record: UnlockRecord | undefined,
): Standing {
  const values = badge.requirements.map((part) => wholeFigure(aggregate[part.metric]));
  const parts = badge.requirements.map((part, index) => Math.min(1, values[index]! / part.gte));
  const metToday = badge.requirements.every((part, index) => values[index]! >= part.gte);
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  const unlocked = metToday || record !== undefined;
  return {
    unlocked,
    started: unlocked || values.some((value) => value > 0),
    tier: null,
    progress: Math.floor(mean * 100),
    next_tier: null,
    next_threshold: 100,
    progress_pct: unlocked ? 100 : percentBelow100(mean),
    kept: unlocked && !metToday,
  };
}

/**
 * Divides before it multiplies, in doubles, as the dashboard does: 29 of 100 is 28 % there, because 0.29 * 100 falls
 * just short of 29, and so it is here.
 */
function percentBelow100(share: number): number {
  return Math.min(99, Math.max(0, Math.floor(share * 100)));
}

/** Aggregates read back from a file of another version may lack a metric: that counts as nothing. */
function wholeFigure(value: number | undefined): number {
  return Number.isFinite(value) ? Math.trunc(value!) : 0;
}
