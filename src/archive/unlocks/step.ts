import * as v from 'valibot';
import type { LocalDay } from '../../calendar/isoDay.ts';
import { unlockFields } from '../../files/shared/unlockEntry.ts';

/**
 * One step of a badge: at this moment it was noticed to stand at this tier. Unlocks and tier-ups, and which of the two
 * a step is, follow from a badge's steps together, so that steps can be added in any order by anyone.
 */
export interface Step {
  readonly id: string;
  /** Null for a badge without tiers. */
  readonly tier: string | null;
  /** Epoch seconds. */
  readonly at: number;
  /** The day on which it was reached, as far as the history tells. */
  readonly day: LocalDay | null;
  readonly evidence: Evidence | null;
  /** Somebody has told the user, or has taken it upon himself. */
  readonly announced: boolean;
}

type Evidence = NonNullable<v.InferOutput<typeof unlockFields.evidence>>;

/** Names of badges and tiers, of this version or another: what SQLite would cut or mend is none. */
const Name = v.pipe(
  v.string(),
  v.regex(/^[^\0]+$/),
  v.check((text) => text.isWellFormed()),
);

const StepSchema = v.object({
  id: Name,
  tier: v.fallback(v.nullable(Name), null),
  at: unlockFields.unlocked_at,
  day: v.fallback(v.nullable(v.pipe(v.number(), v.safeInteger())), null),
  evidence: unlockFields.evidence,
  announced: v.fallback(v.boolean(), true),
});

/** A step as read from somewhere; undefined when it makes no sense. */
export function stepFrom(value: unknown): Step | undefined {
  const { success, output } = v.safeParse(StepSchema, value);
  return success ? output : undefined;
}

/** Steps are one and the same if these are. */
export function stepKey({ id, tier }: Step): string {
  return JSON.stringify([id, tier]);
}

/**
 * Two reports of one step: the earlier moment wins, an announcement stays made. The same whoever is merged into whom,
 * however often.
 * @returns the known step itself when the other adds nothing
 */
export function mergeSteps(known: Step, other: Step): Step {
  const earlier = other.at < known.at;
  const announced = known.announced || other.announced;
  const evidence = earlier ? (other.evidence ?? known.evidence) : (known.evidence ?? other.evidence);
  const day = earlierDay(known.day, other.day);
  if (!earlier && announced === known.announced && evidence === known.evidence && day === known.day)
    return known;
  return { ...known, at: earlier ? other.at : known.at, day, evidence, announced };
}

function earlierDay(a: LocalDay | null, b: LocalDay | null): LocalDay | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
