import * as v from 'valibot';

/** Years 1970 to 2103, as for Hermes' own moments: what lies outside must not win as "earlier". */
const EARLIEST = 1;
const LATEST = 4.2e9;
/** What is greater is in milliseconds, or in smaller units still, and counts as the moment that it means. */
const Moment = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(EARLIEST),
  v.maxValue(LATEST * 1e9),
  v.transform(inSeconds),
);

function inSeconds(moment: number): number {
  let seconds = moment;
  while (seconds > LATEST) seconds /= 1000;
  return seconds;
}

/** A clock's time, in epoch seconds, as the files keep it; what they would refuse would be unlocked again and again. */
export function unlockMoment(clock: number): number {
  return Math.min(Math.max(clock, EARLIEST), LATEST);
}

/** The session that a badge is owed to. */
const Evidence = v.object({
  session_id: v.string(),
  title: v.fallback(v.string(), 'Untitled'),
  value: v.pipe(v.number(), v.finite()),
});

/** What both our unlock files know of an unlock; a field that makes no sense reads as absent. */
export const unlockFields = {
  unlocked_at: Moment,
  tier: v.fallback(v.nullable(v.string()), null),
  evidence: v.fallback(v.nullable(Evidence), null),
};

/** An entry of `state.json`. */
export const StateEntry = v.object({
  unlocked_at: unlockFields.unlocked_at,
  first_tier: unlockFields.tier,
  evidence: unlockFields.evidence,
});
export type StateEntry = v.InferOutput<typeof StateEntry>;
