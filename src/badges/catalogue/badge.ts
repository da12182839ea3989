import type { AggregateMetric } from '../../metrics/session/stats.ts';
import type { Category } from '../achievement.ts';

interface BadgeFacts {
  /** The key of users' unlock files: never changes. */
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  /** A key of the icon set. */
  readonly icon: string;
  /** Sealed until something has counted. */
  readonly secret?: true;
}

/** A badge with one metric and five thresholds, lowest first, in the order of `TIER_NAMES`. */
export interface TieredBadge extends BadgeFacts {
  readonly kind: 'best_session' | 'lifetime';
  readonly metric: AggregateMetric;
  readonly tiers: readonly [number, number, number, number, number];
}

/** A badge without tiers, unlocked when every requirement is met. */
export interface MultiConditionBadge extends BadgeFacts {
  readonly kind: 'multi_condition';
  readonly requirements: readonly Requirement[];
}

interface Requirement {
  readonly metric: AggregateMetric;
  readonly gte: number;
}

export type Badge = TieredBadge | MultiConditionBadge;

/** The metrics that raise a badge, in the catalogue's order: one for a tiered badge, else one a requirement. */
export function metricsOf(badge: Badge): readonly AggregateMetric[] {
  return badge.kind === 'multi_condition' ? badge.requirements.map((part) => part.metric) : [badge.metric];
}
