import type { AggregateMetric } from '../metrics/session/stats.ts';

export const TIER_NAMES = ['Copper', 'Silver', 'Gold', 'Diamond', 'Olympian'] as const;
export type TierName = (typeof TIER_NAMES)[number];

export const CATEGORIES = [
  'Agent Autonomy',
  'Debugging Chaos',
  'Vibe Coding',
  'Hermes Native',
  'Research/Web',
  'Tool Mastery',
  'Model Lore',
  'Lifestyle',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const ACHIEVEMENT_STATES = ['unlocked', 'discovered', 'secret'] as const;
export type AchievementState = (typeof ACHIEVEMENT_STATES)[number];

/** One session that contributed to a badge. */
export interface Contribution {
  session_id: string;
  title: string;
  value: number;
  /** Epoch seconds; among contributors only, where it is known. */
  started_at?: number;
}

/** A tier, and the local day at whose end the figures stood at it. */
export interface ReachedTier {
  /** Null for a badge without tiers. */
  tier: TierName | null;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** About how long it takes to the next tier, or to the unlock, as things go. */
export interface Pace {
  /** What the figure grew a day over the last 30 days. */
  a_day: number;
  /** At that growth, at least 1 and at most 365. */
  days: number;
}

/** A requirement of a multi-condition badge, with today's figure. */
export interface RequirementProgress {
  metric: AggregateMetric;
  gte: number;
  value: number;
  /** The sessions that contributed most to this requirement, at most five. */
  contributors: Contribution[];
}

/**
 * One badge held against an aggregate, in the shape of the snapshot's `achievements`.
 * In state `secret` it is already redacted: name `???`, a generic description, icon and criteria, no metric.
 */
export interface Achievement {
  id: string;
  name: string;
  description: string;
  category: Category;
  kind: 'best_session' | 'lifetime' | 'multi_condition';
  /** A key of the icon set; `secret` while the badge is secret. */
  icon: string;
  /** Present and true only if the catalogue calls the badge secret. */
  secret?: boolean;
  /** Tiered badges only; absent while secret. */
  threshold_metric?: AggregateMetric;
  /** Tiered badges only. */
  tiers?: { name: TierName; threshold: number }[];
  /** Multi-condition badges only; absent while secret. */
  requirements?: RequirementProgress[];
  unlocked: boolean;
  discovered: boolean;
  state: AchievementState;
  tier: TierName | null;
  progress: number;
  next_tier: TierName | null;
  next_threshold: number | null;
  progress_pct: number;
  criteria: string;
  /** When its tiers were really reached, rising; empty while secret, and where no history tells it. */
  reached: ReachedTier[];
  /** Absent where nothing can be told: for maxima, from a short history, above a year, and while secret. */
  pace?: Pace;
  /** Epoch seconds; only if unlocked and recorded: when it was noticed. */
  unlocked_at?: number;
  /** The session that holds the maximum, for `max_*` metrics; else null. Only if unlocked. */
  evidence?: Contribution | null;
  /** Tiered badges: the sessions that contributed most, at most five. */
  contributors?: Contribution[];
  /** True when today's figures alone would not unlock it (or not at this tier): kept from earlier history. */
  kept?: boolean;
}
