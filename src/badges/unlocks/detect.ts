import type { Aggregate } from '../../metrics/session/stats.ts';
import type { TierName } from '../achievement.ts';
import { CATALOGUE, type CatalogueBadge } from '../catalogue/catalogue.ts';
import { type ContributionSource, evidenceOf } from '../evaluate.ts';
import { type Standing, standingOf } from '../standing.ts';
import { bestTierOf, recordOf, tierRank, type UnlockRecord, type UnlockRecords } from './record.ts';

/** A badge unlocked for the first time, or raised to a higher tier than it ever had. */
export interface UnlockNews {
  id: string;
  kind: 'unlock' | 'tier_up';
  /** The best tier held before; null for a first unlock. */
  from_tier: TierName | null;
  /** Null for a badge without tiers. Tiers passed on the way have no news of their own. */
  to_tier: TierName | null;
  /** Epoch seconds. */
  at: number;
}

export interface UnlockChanges {
  /** In the catalogue's order; empty when nothing is new. */
  news: UnlockNews[];
  /** The record of each badge in the news, as it is from now on; the others stay as they are. */
  records: Record<string, UnlockRecord>;
}

/**
 * Compares today's figures with what is remembered. Figures that fell change nothing: an unlock stays.
 * @param now epoch seconds, the moment that new unlocks are remembered by
 */
export function detectUnlocks(
  aggregate: Partial<Aggregate>,
  records: UnlockRecords,
  now: number,
  contributions?: ContributionSource,
): UnlockChanges {
  const changes: UnlockChanges = { news: [], records: {} };
  for (const badge of CATALOGUE) {
    const today = standingOf(badge, aggregate);
    if (!today.unlocked) continue;
    const record = recordOf(records, badge.id);
    if (record === undefined) unlock(changes, badge, today, now, contributions);
    else raise(changes, badge, today, now, record);
  }
  return changes;
}

function unlock(
  changes: UnlockChanges,
  badge: CatalogueBadge,
  today: Standing,
  now: number,
  contributions: ContributionSource | undefined,
): void {
  const evidence = evidenceOf(badge, contributions);
  changes.news.push({ id: badge.id, kind: 'unlock', from_tier: null, to_tier: today.tier, at: now });
  changes.records[badge.id] = { unlocked_at: now, first_tier: today.tier, evidence, best_tier: today.tier };
}

function raise(
  changes: UnlockChanges,
  badge: CatalogueBadge,
  today: Standing,
  now: number,
  record: UnlockRecord,
): void {
  const before = bestTierOf(record);
  if (tierRank(today.tier) <= tierRank(before)) return;
  changes.news.push({ id: badge.id, kind: 'tier_up', from_tier: before, to_tier: today.tier, at: now });
  changes.records[badge.id] = { ...record, best_tier: today.tier };
}
