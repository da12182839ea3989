import type { SessionDatabase } from '../../hermes/sessionDatabase.ts';

/** What a look at the history knows of where something may have been used. */
export interface MaybeUsed {
  /** Sessions that may have used anything since the last look; null where that is not known. */
  readonly used: ReadonlySet<string> | null;
  /** Sessions that are known to have changed in any way. */
  readonly changed: Iterable<string>;
}

/**
 * The sessions whose usage is to be read. Where the log does not tell, those of which the marks have changed: that costs
 * a walk over the tables of sessions and usage, but not what it takes to hand over what stands there.
 * @param marks of what was last read of each
 * @throws HermesDatabaseError
 */
export function sessionsToRead(
  { usage }: SessionDatabase,
  { used, changed }: MaybeUsed,
  marks: () => ReadonlyMap<string, number>,
): ReadonlySet<string> {
  if (used) return used;
  const known = marks();
  const ids = new Set(changed);
  for (const [id, mark] of usage.marks()) if (known.get(id) !== mark) ids.add(id);
  return ids;
}
