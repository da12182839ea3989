import { type Contribution, TIER_NAMES, type TierName } from '../achievement.ts';

/** What is remembered of an unlocked badge: an entry of `state.json`, with what our own history file adds to it. */
export interface UnlockRecord {
  /** Epoch seconds. */
  readonly unlocked_at: number;
  /** Null for a badge without tiers. */
  readonly first_tier: string | null;
  readonly evidence: Contribution | null;
  /** The highest tier ever reached; ours, `state.json` has no such key. */
  readonly best_tier?: string | null;
}

/** By badge id. Ids that the catalogue does not know are passed over: they are another version's. */
export type UnlockRecords = Readonly<Record<string, UnlockRecord>>;

export function recordOf(records: UnlockRecords, id: string): UnlockRecord | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
}

/**
 * The best tier that a record of a tiered badge speaks of. One that names no tier still says that the badge was
 * unlocked: the lowest, then.
 */
export function bestTierOf(record: UnlockRecord): TierName {
  return TIER_NAMES[Math.max(0, tierRank(record.first_tier), tierRank(record.best_tier))]!;
}

/** How high a tier stands: 0 for the lowest, -1 for none. */
export function tierRank(tier: string | null | undefined): number {
  return (TIER_NAMES as readonly unknown[]).indexOf(tier);
}
