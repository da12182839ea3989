import * as v from 'valibot';
import { COUNTING_RULES } from '../../metrics/countingRules.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Day = v.pipe(v.number(), v.safeInteger());
const Seconds = v.nullable(v.number());
const Tally = { sequence: v.array(v.tuple([v.string(), Count])), others: v.array(v.string()) };

const FrozenCounterSchema = v.object({
  messages: Count,
  ...Tally,
  dashboard: v.optional(v.object(Tally)),
  texts: v.object({
    counts: v.record(v.string(), Count),
    paths: v.array(v.string()),
    suspended: v.array(v.tuple([v.string(), Count])),
  }),
});

const BookmarkSchema = v.object({
  /** The version of the rules that it was counted by. */
  rules: v.literal(COUNTING_RULES),
  /** The session's start, epoch seconds, and the moment before which rows are carried over: they decide what counts. */
  startedAt: Seconds,
  carriedBefore: Seconds,
  lifetime: FrozenCounterSchema,
  days: v.object({
    today: v.nullable(Day),
    hasUndated: v.boolean(),
    earlier: v.array(v.object({ day: Day, figures: v.array(Count) })),
  }),
  rows: v.object({ latest: Seconds, uids: v.string() }),
  /** The dashboard that was counted for; null where none was. */
  generation: v.nullable(v.picklist([1, 2, 3])),
  /** Every row counts, whole and once, in every mode. */
  isPlain: v.boolean(),
  /** Every mode takes the same names for all calls. */
  namesAlike: v.boolean(),
  /** What the dashboard counts, where its rows are others. */
  dashboard: v.nullable(FrozenCounterSchema),
});

/**
 * Where the counting of a large session stopped, to go on from when rows are only appended. Its size is bounded: a few
 * bytes a row, beside the names of tools and files and the days.
 */
export type Bookmark = v.InferOutput<typeof BookmarkSchema>;

/** The file that it came from is not ours alone to write: what does not look like a bookmark is none. */
export function bookmarkFrom(value: unknown): Bookmark | undefined {
  const { success, output } = v.safeParse(BookmarkSchema, value);
  return success ? output : undefined;
}
