import * as v from 'valibot';
import type { CheckpointEntry } from '../files/checkpointEntry.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const FrozenCounterSchema = v.object({
  messages: Count,
  sequence: v.array(v.tuple([v.string(), Count])),
  others: v.array(v.string()),
  texts: v.object({
    counts: v.record(v.string(), Count),
    paths: v.array(v.string()),
    suspended: v.array(v.tuple([v.string(), Count])),
  }),
});

const BookmarkSchema = v.object({
  live: FrozenCounterSchema,
  /** Absent as long as one counter serves both history modes. */
  lifetime: v.exactOptional(FrozenCounterSchema),
});

/** Where the counting of a large session stopped, to go on from when messages are only appended. */
export type Bookmark = v.InferOutput<typeof BookmarkSchema>;

/** The file that an entry came from is not ours alone: what does not look like a bookmark is none. */
export function bookmarkIn(entry: CheckpointEntry): Bookmark | undefined {
  const { success, output } = v.safeParse(BookmarkSchema, entry.vscode?.resume);
  return success ? output : undefined;
}
