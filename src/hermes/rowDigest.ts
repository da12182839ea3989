/**
 * What a session's rows look like from outside: read from indexes alone, never from message contents, and different
 * after every append, rewind, compaction, deletion or new timestamp.
 */
export interface RowDigest {
  /** Rows of the session, whatever their state. */
  readonly total: number;
  /** Rows of the live conversation. */
  readonly active: number;
  readonly maxId: number;
  /** Sum of the low 32 bits of the active rows' ids: tells which rows are active, not only how many. */
  readonly activeIdSum: number;
  /** The greatest timestamp that is one, over all rows; null without any. */
  readonly lastTimestamp: number | null;
}

/** A session's rows, and where in the table they begin; they end at the digest's `maxId`. */
export interface SessionRows {
  readonly digest: RowDigest;
  readonly leastId: number;
}

/**
 * Those of the sessions among whose rows none of another stands, whatever ids are missing in between.
 * @param rows of every session there is
 */
export function sessionsApart(rows: ReadonlyMap<string, SessionRows>): Set<string> {
  const byBeginning = [...rows].sort(([, a], [, b]) => a.leastId - b.leastId);
  const apart = new Set<string>();
  let endOfOthers = Number.NEGATIVE_INFINITY;
  for (const [index, [id, { leastId, digest }]] of byBeginning.entries()) {
    const next = byBeginning[index + 1]?.[1].leastId ?? Number.POSITIVE_INFINITY;
    if (endOfOthers < leastId && digest.maxId < next) apart.add(id);
    endOfOthers = Math.max(endOfOthers, digest.maxId);
  }
  return apart;
}

/** The digest of a session without rows. */
export const NO_ROWS: RowDigest = { total: 0, active: 0, maxId: 0, activeIdSum: 0, lastTimestamp: null };

export const NO_SESSION_ROWS: SessionRows = { digest: NO_ROWS, leastId: 0 };

/** Less than any message id, to read on after when nothing was read. */
export const BEFORE_ALL_IDS = Number.MIN_SAFE_INTEGER;

/** What rows look like after others, of greater ids, were appended to them. */
export function withAppended(before: RowDigest, appended: RowDigest): RowDigest {
  const timestamps = [before.lastTimestamp, appended.lastTimestamp].filter((moment) => moment !== null);
  return {
    total: before.total + appended.total,
    active: before.active + appended.active,
    maxId: appended.total > 0 ? appended.maxId : before.maxId,
    activeIdSum: before.activeIdSum + appended.activeIdSum,
    lastTimestamp: timestamps.length > 0 ? Math.max(...timestamps) : null,
  };
}

export function sameRows(a: RowDigest, b: RowDigest): boolean {
  return (
    a.total === b.total &&
    a.active === b.active &&
    a.maxId === b.maxId &&
    a.activeIdSum === b.activeIdSum &&
    a.lastTimestamp === b.lastTimestamp
  );
}
