import * as v from 'valibot';
import { TIER_NAMES, type TierName } from '../badges/achievement.ts';
import { tierRank, type UnlockRecord } from '../badges/unlockRecord.ts';
import type { UnlockNews } from '../badges/unlocks.ts';
import { type StateEntry, unlockFields } from './unlockEntry.ts';

/**
 * One step of a badge: at this moment it first stood at this tier. Unlocks and tier-ups, and which of the two a step
 * is, follow from a badge's steps together, so that steps can be added in any order by anyone.
 */
export const Step = v.object({
  id: v.string(),
  /** Null for a badge without tiers. */
  tier: unlockFields.tier,
  /** Epoch seconds. */
  at: unlockFields.unlocked_at,
  evidence: unlockFields.evidence,
  /** Somebody has told the user, or has taken it upon himself. */
  announced: v.fallback(v.boolean(), true),
});
export type Step = v.InferOutput<typeof Step>;

/**
 * Every unlock and tier-up there ever was. Merging is a union in which the earlier moment wins and an announcement
 * stays made: the same whoever merges whose, however often.
 */
export class UnlockHistory {
  readonly #steps = new Map<string, Step>();

  constructor(steps: Iterable<Step> = []) {
    for (const step of steps) this.add(step);
  }

  /** In the order in which they became known. */
  get steps(): readonly Step[] {
    return [...this.#steps.values()];
  }

  /** @returns whether anything changed */
  add(step: Step): boolean {
    const key = JSON.stringify([step.id, step.tier]);
    const known = this.#steps.get(key);
    const merged = known ? mergeSteps(known, step) : step;
    if (merged === known) return false;
    this.#steps.set(key, merged);
    return true;
  }

  /**
   * Takes over what `state.json` knows better: badges that are not known here, and earlier unlocks.
   * @returns whether anything changed
   */
  addState(entries: ReadonlyMap<string, StateEntry>): boolean {
    const known = this.records();
    let changed = false;
    for (const [id, { unlocked_at, first_tier, evidence }] of entries) {
      if (unlocked_at >= (known.get(id)?.unlocked_at ?? Number.POSITIVE_INFINITY)) continue;
      const step = { id, tier: first_tier, at: unlocked_at, evidence, announced: known.has(id) };
      changed = this.add(step) || changed;
    }
    return changed;
  }

  /** What is remembered of each badge. */
  records(): Map<string, UnlockRecord> {
    const records = new Map<string, UnlockRecord>();
    for (const [id, steps] of this.#byBadge()) {
      const { at, tier, evidence } = steps[0]!;
      const best_tier = tierName(Math.max(...steps.map((step) => tierRank(step.tier))));
      records.set(id, { unlocked_at: at, first_tier: tier, evidence, best_tier });
    }
    return records;
  }

  /** Unlocks and tier-ups, earliest first. A step that did not raise the badge is none of them. */
  timeline(): UnlockNews[] {
    const news = [...this.#byBadge().values()].flatMap((steps) =>
      climbOf(steps).map(({ climbed }) => climbed),
    );
    return news.sort((a, b) => a.at - b.at);
  }

  /**
   * Takes it upon the caller to announce what nobody has announced yet.
   * @returns one news a badge, from the tier last announced to the best
   */
  claimNews(): UnlockNews[] {
    const claimed: UnlockNews[] = [];
    for (const steps of this.#byBadge().values()) {
      const fresh = climbOf(steps).filter(({ step }) => !step.announced);
      for (const step of steps) if (!step.announced) this.add({ ...step, announced: true });
      if (fresh.length === 0) continue;
      claimed.push({
        ...fresh[0]!.climbed,
        to_tier: fresh.at(-1)!.climbed.to_tier,
        at: fresh.at(-1)!.climbed.at,
      });
    }
    return claimed.sort((a, b) => a.at - b.at);
  }

  #byBadge(): Map<string, Step[]> {
    const badges = Map.groupBy(this.#steps.values(), (step) => step.id);
    for (const steps of badges.values()) steps.sort(earlierFirst);
    return badges;
  }
}

/** Steps of the same moment stand from low to high, and by name where a tier is unknown: always in the same order. */
function earlierFirst(a: Step, b: Step): number {
  const byName = String(a.tier) < String(b.tier) ? -1 : 1;
  return a.at - b.at || tierRank(a.tier) - tierRank(b.tier) || byName;
}

/** @param steps one badge's, earliest first */
function climbOf(steps: readonly Step[]): { step: Step; climbed: UnlockNews }[] {
  const climb: { step: Step; climbed: UnlockNews }[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const step of steps) {
    const rank = tierRank(step.tier);
    if (rank <= best) continue;
    const kind = climb.length === 0 ? 'unlock' : 'tier_up';
    const climbed = {
      id: step.id,
      kind,
      from_tier: tierName(best),
      to_tier: tierName(rank),
      at: step.at,
    } as const;
    climb.push({ step, climbed });
    best = rank;
  }
  return climb;
}

/** The known step itself when the other adds nothing. */
function mergeSteps(known: Step, other: Step): Step {
  const earlier = other.at < known.at;
  const announced = known.announced || other.announced;
  const evidence =
    (earlier ? (other.evidence ?? known.evidence) : (known.evidence ?? other.evidence)) ?? null;
  if (!earlier && announced === known.announced && evidence === known.evidence) return known;
  return { ...known, at: earlier ? other.at : known.at, evidence, announced };
}

function tierName(rank: number): TierName | null {
  return TIER_NAMES[rank] ?? null;
}
