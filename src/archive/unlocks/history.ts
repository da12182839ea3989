import { TIER_NAMES, type TierName } from '../../badges/achievement.ts';
import type { UnlockNews } from '../../badges/unlocks/detect.ts';
import { tierRank, type UnlockRecord } from '../../badges/unlocks/record.ts';
import type { StateEntry } from '../../files/shared/unlockEntry.ts';
import { mergeSteps, type Step, stepKey } from './step.ts';

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
    const key = stepKey(step);
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
      const step = { id, tier: first_tier, at: unlocked_at, day: null, evidence, announced: known.has(id) };
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

function tierName(rank: number): TierName | null {
  return TIER_NAMES[rank] ?? null;
}
