import type { TierName } from '../badges/achievement.ts';
import { CATALOGUE } from '../badges/catalogue/catalogue.ts';
import type { TimelineStep } from '../badges/overTime/timeline.ts';
import { isoOfDay } from '../calendar/isoDay.ts';
import type { DayRange } from '../calendar/range.ts';

/** What became of a badge in a period. */
export interface RecapUnlock {
  readonly id: string;
  readonly name: string;
  /** A key of the icon set. */
  readonly icon: string;
  /** Unlocked in it, or risen to a higher tier. */
  readonly kind: TimelineStep['kind'];
  /** The tier held before; null for an unlock. */
  readonly from_tier: TierName | null;
  /** The best one reached in it; null for a badge without tiers. */
  readonly to_tier: TierName | null;
  /** `YYYY-MM-DD`: when that was reached. */
  readonly day: string;
}

/**
 * What was unlocked or rose in a range by its real day, in order of these days, each badge once. What is only known to
 * have been noticed has no real day.
 * @param timeline earliest first
 */
export function unlocksWithin(timeline: readonly TimelineStep[], range: DayRange): RecapUnlock[] {
  const [since, until] = [isoOfDay(range.since), isoOfDay(range.until)];
  const unlocks: RecapUnlock[] = [];
  for (const [id, steps] of Map.groupBy(timeline, (step) => step.id)) {
    const first = steps.findIndex(({ kept, day }) => !kept && day >= since && day <= until);
    const best = steps.findLast(({ kept, day }) => !kept && day >= since && day <= until);
    if (!best) continue;
    const { name, icon } = CATALOGUE.find((badge) => badge.id === id)!;
    unlocks.push({
      id,
      name,
      icon,
      kind: steps[first]!.kind,
      from_tier: steps[first - 1]?.tier ?? null,
      to_tier: best.tier,
      day: best.day,
    });
  }
  return unlocks.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}
