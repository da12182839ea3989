import * as v from 'valibot';

/** Years 1970 to 5138: what lies outside is a mistake (or milliseconds) and must not win as "earlier". */
const Moment = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1e11));

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
