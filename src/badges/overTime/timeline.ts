import { isoOfDay, type LocalDay } from '../../calendar/isoDay.ts';
import { localDayOf } from '../../calendar/localDay.ts';
import { type ReachedTier, TIER_NAMES, type TierName } from '../achievement.ts';
import type { Badge } from '../catalogue/badge.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { type FirstDayAt, reachedTiers } from '../unlocks/reached.ts';
import { tierRank } from '../unlocks/record.ts';

/** A badge was noticed to stand at a tier. */
export interface NoticedStep {
  readonly id: string;
  /** Null for a badge without tiers. */
  readonly tier: string | null;
  /** Epoch seconds. */
  readonly at: number;
  /** The day on which it was reached, as it was known then. */
  readonly day: LocalDay | null;
}

/** A badge was unlocked, or rose, on a day. */
export interface TimelineStep {
  readonly id: string;
  readonly kind: 'unlock' | 'tier_up';
  /** Null for a badge without tiers. */
  readonly tier: TierName | null;
  /** `YYYY-MM-DD`: when it was reached; where that is not known, when it was noticed. */
  readonly day: string;
  /** Today's figures do not tell of it: only that it was noticed is remembered, by older rules say. */
  readonly kept: boolean;
  /** Epoch seconds; null where nobody has noticed it yet. */
  readonly noticed: number | null;
}

/**
 * Every tier of every badge on the day on which it was really reached, earliest first. What is still secret has reached
 * nothing, and is not in it.
 * @param firstDayAt absent where nothing dates the figures
 * @param noticed every unlock and tier-up that is remembered
 */
export function timelineOf(
  firstDayAt: FirstDayAt | undefined,
  noticed: readonly NoticedStep[],
): TimelineStep[] {
  const byBadge = Map.groupBy(noticed, ({ id }) => id);
  const steps = CATALOGUE.flatMap((badge) => {
    const known = (byBadge.get(badge.id) ?? []).toSorted((a, b) => a.at - b.at);
    const reached = firstDayAt ? reachedTiers(badge, firstDayAt) : [];
    return withKind([
      ...reached.map((tier) => reachedStep(badge, tier, known)),
      ...kept(badge, reached, known),
    ]);
  });
  return steps.sort(byDayAndNotice);
}

/** On one day what was noticed first comes first, and what nobody has noticed yet last. */
function byDayAndNotice(a: TimelineStep, b: TimelineStep): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.noticed === b.noticed ? 0 : (a.noticed ?? Number.MAX_VALUE) - (b.noticed ?? Number.MAX_VALUE);
}

type Step = Omit<TimelineStep, 'kind'>;

function withKind(steps: readonly Step[]): TimelineStep[] {
  return steps.map((step, index) => ({ ...step, kind: index === 0 ? 'unlock' : 'tier_up' }));
}

function reachedStep(badge: Badge, { tier, day }: ReachedTier, known: readonly NoticedStep[]): Step {
  // Who notices a tier notices those below it too.
  const at = known.find((step) => rankOf(badge, step.tier) >= rankOf(badge, tier))?.at;
  return { id: badge.id, tier, day, kept: false, noticed: at ?? null };
}

/** What is noticed beyond what the figures tell: each tier that was the best by then. */
function kept(badge: Badge, reached: readonly ReachedTier[], known: readonly NoticedStep[]): Step[] {
  const steps: Step[] = [];
  let best = reached.length > 0 ? rankOf(badge, reached.at(-1)!.tier) : -1;
  for (const { tier, at, day } of known) {
    const rank = rankOf(badge, tier);
    if (rank <= best) continue;
    best = rank;
    steps.push({
      id: badge.id,
      tier: badge.kind === 'multi_condition' ? null : TIER_NAMES[rank]!,
      day: isoOfDay(day ?? localDayOf(at)),
      kept: true,
      noticed: at,
    });
  }
  return steps;
}

/** A step that names no tier still says that the badge was unlocked: the lowest, then. */
function rankOf({ kind }: Badge, tier: string | null): number {
  return kind === 'multi_condition' ? 0 : Math.max(0, tierRank(tier));
}
