import type { Aggregate, AggregateMetric } from '../metrics/session/stats.ts';
import { type Achievement, type Contribution, TIER_NAMES } from './achievement.ts';
import type { Badge, MultiConditionBadge, TieredBadge } from './catalogue/badge.ts';
import { CATALOGUE, type CatalogueBadge } from './catalogue/catalogue.ts';
import { BADGE_TEXTS } from './catalogue/texts.ts';
import { type GrowthADay, paceOf } from './overTime/pace.ts';
import { redactSecret } from './secrets/redact.ts';
import { type Standing, standingOf } from './standing.ts';
import { type FirstDayAt, reachedTiers } from './unlocks/reached.ts';
import { recordOf, type UnlockRecord, type UnlockRecords } from './unlocks/record.ts';

/** Which sessions stand behind a figure of the aggregate. */
export interface ContributionSource {
  /** The sessions that contributed most, best first, at most five; none that contributed nothing. */
  top(metric: AggregateMetric): Contribution[];
}

export interface EvaluationContext {
  /** What was unlocked before: it stays unlocked, at the best tier it reached. Without it, today's figures decide. */
  readonly unlocks?: UnlockRecords;
  /** Without it, achievements carry neither contributors nor fresh evidence. */
  readonly contributions?: ContributionSource;
  /** Without it, nothing says when a tier was reached. */
  readonly firstDayAt?: FirstDayAt;
  /** Without it, nothing says how long the next tier may take. */
  readonly growth?: GrowthADay;
}

/**
 * Holds all badges against an aggregate, in the catalogue's order. Secrets are redacted here, at the source, so that
 * nothing built on the result can give them away.
 * @param aggregate a metric that is missing counts as 0, so `{}` stands for an empty history
 */
export function evaluate(aggregate: Partial<Aggregate>, context: EvaluationContext = {}): Achievement[] {
  return CATALOGUE.map((badge) => achievementOf(badge, aggregate, context));
}

/**
 * What a metric's evidence is: for a maximum the session that holds it, for every other metric there is none. In the
 * dashboard's shape, which its files have.
 */
export function evidenceOf(badge: Badge, contributions: ContributionSource | undefined): Contribution | null {
  if (badge.kind === 'multi_condition' || !badge.metric.startsWith('max_')) return null;
  const [best] = contributions?.top(badge.metric) ?? [];
  return best ? { session_id: best.session_id, title: best.title, value: best.value } : null;
}

function achievementOf(
  badge: CatalogueBadge,
  aggregate: Partial<Aggregate>,
  { unlocks = {}, contributions, firstDayAt, growth }: EvaluationContext,
): Achievement {
  const record = recordOf(unlocks, badge.id);
  const standing = standingOf(badge, aggregate, record);
  const { started, kept, ...figures } = standing;
  const pace = growth && paceOf(badge, standing, (metric) => aggregate[metric] ?? 0, growth);
  const secret = badge.secret === true;
  const achievement: Achievement = {
    id: badge.id,
    name: badge.name,
    ...BADGE_TEXTS[badge.id],
    category: badge.category,
    kind: badge.kind,
    icon: badge.icon,
    ...(secret ? { secret } : {}),
    ...(badge.kind === 'multi_condition'
      ? requirementsOf(badge, aggregate, contributions)
      : tiersOf(badge, contributions)),
    ...figures,
    state: standing.unlocked ? 'unlocked' : secret && !started ? 'secret' : 'discovered',
    discovered: started || !secret,
    reached: firstDayAt ? reachedTiers(badge, firstDayAt) : [],
    ...(pace ? { pace } : {}),
    ...(standing.unlocked ? unlockOf(badge, standing, record, contributions) : {}),
  };
  return achievement.state === 'secret' ? redactSecret(achievement) : achievement;
}

function tiersOf(
  badge: TieredBadge,
  contributions: ContributionSource | undefined,
): Pick<Achievement, 'threshold_metric' | 'tiers' | 'contributors'> {
  return {
    threshold_metric: badge.metric,
    tiers: badge.tiers.map((threshold, rank) => ({ name: TIER_NAMES[rank]!, threshold })),
    ...(contributions ? { contributors: contributions.top(badge.metric) } : {}),
  };
}

function requirementsOf(
  badge: MultiConditionBadge,
  aggregate: Partial<Aggregate>,
  contributions: ContributionSource | undefined,
): Pick<Achievement, 'requirements'> {
  const requirements = badge.requirements.map(({ metric, gte }) => ({
    metric,
    gte,
    value: aggregate[metric] ?? 0,
    contributors: contributions?.top(metric) ?? [],
  }));
  return { requirements };
}

function unlockOf(
  badge: Badge,
  standing: Standing,
  record: UnlockRecord | undefined,
  contributions: ContributionSource | undefined,
): Pick<Achievement, 'unlocked_at' | 'evidence' | 'kept'> {
  // What is kept was reached in a session that may be gone: only the record still knows it.
  const evidence = standing.kept ? null : evidenceOf(badge, contributions);
  return {
    evidence: evidence ?? record?.evidence ?? null,
    ...(record ? { unlocked_at: record.unlocked_at } : {}),
    ...(standing.kept ? { kept: true } : {}),
  };
}
