import type { Achievement, TierName } from '../../../../badges/achievement.ts';
import type { UnlockNews } from '../../../../badges/unlocks/detect.ts';
import { laterNews } from './model.ts';

/** A badge was unlocked, or rose. */
export interface RecentStep {
  readonly badge: Achievement;
  readonly tier: TierName | null;
  /** The tier before; null for an unlock. */
  readonly from: TierName | null;
  /** The real day, as `YYYY-MM-DD`; where that is not known, the moment at which it was noticed, epoch seconds. */
  readonly when: { readonly day: string } | { readonly noticed: number };
}

/**
 * What was reached last, latest first: by real days where the history tells them, of one day what was noticed last. Where it does not (a snapshot of
 * 0.1.0, the dashboard's counting), what was noticed after the first scan, of which only that moment is known.
 */
export function recentSteps(
  badges: readonly Achievement[],
  noticed: readonly UnlockNews[],
  most: number,
): RecentStep[] {
  const dated = badges.flatMap(reachedSteps);
  if (dated.length > 0) {
    const noticedAt = new Map(noticed.map(({ id, at }) => [id, at]));
    const lastNoticed = ({ step }: Dated): number => noticedAt.get(step.badge.id) ?? 0;
    return dated
      .sort((a, b) => (a.day === b.day ? lastNoticed(b) - lastNoticed(a) : a.day < b.day ? 1 : -1))
      .slice(0, most)
      .map(({ step }) => step);
  }
  const byId = new Map(badges.map((badge) => [badge.id, badge]));
  const later = laterNews(noticed).flatMap(({ id, from_tier: from, to_tier: tier, at }) => {
    const badge = byId.get(id);
    return badge ? [{ badge, from, tier, when: { noticed: at } }] : [];
  });
  return later.slice(-most).toReversed();
}

interface Dated {
  readonly day: string;
  readonly step: RecentStep;
}

/** Of tiers that were reached on one day the best counts. */
function reachedSteps(badge: Achievement): Dated[] {
  const { reached } = badge;
  return reached.flatMap(({ tier, day }, index) => {
    if (reached[index + 1]?.day === day) return [];
    const from = reached.findLast((before) => before.day < day)?.tier ?? null;
    return [{ day, step: { badge, tier, from, when: { day } } }];
  });
}
