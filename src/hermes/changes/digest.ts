import { MARK_RANGE } from './rowMark.ts';

/**
 * What a session's rows look like from outside: read without a message's contents, and different after every append,
 * rewind, compaction, deletion, move to another session or new timestamp. The same rows give the same numbers in every
 * process and with every driver, so that a digest can be stored.
 */
export interface RowDigest {
  /** Rows of the session, whatever their state. */
  readonly total: number;
  /** Rows of the live conversation (`active` is 1). */
  readonly active: number;
  readonly maxId: number;
  /** The greatest timestamp that is one, over all rows; epoch seconds; null without any. */
  readonly lastTimestamp: number | null;
  /** Adds up over the rows what each is: its id, `active` and timestamp (rowMark.ts); below 2^52. */
  readonly mark: number;
  /** The same of `compacted`, over the rows that are not active; null where it was not looked at. */
  readonly compactedMark: number | null;
}

/** A session's rows, and where in the table they begin; they end at the digest's `maxId`. */
export interface SessionRows {
  readonly digest: RowDigest;
  readonly leastId: number;
}

/**
 * For each session how many rows of others may stand among its own, at most: all rows of those others that neither end
 * before it begins nor begin after it ends.
 * @param rows of every session there is
 */
export function rowsOfOthers(rows: ReadonlyMap<string, SessionRows>): Map<string, number> {
  const sessions = [...rows.values()];
  const endingUpTo = runningTotals(sessions, ({ digest }) => digest.maxId);
  const beginningUpTo = runningTotals(sessions, ({ leastId }) => leastId);
  const among = ({ leastId, digest }: SessionRows): number =>
    beginningUpTo(digest.maxId) - endingUpTo(leastId - 1) - digest.total;
  return new Map([...rows].map(([id, own]) => [id, among(own)]));
}

/** How many rows the sessions up to a place have. */
function runningTotals(
  sessions: readonly SessionRows[],
  placeOf: (session: SessionRows) => number,
): (place: number) => number {
  const sorted = sessions.toSorted((a, b) => placeOf(a) - placeOf(b));
  const places = sorted.map(placeOf);
  let sum = 0;
  const totals = sorted.map(({ digest }) => (sum += digest.total));
  return (place) => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (places[middle]! <= place) low = middle + 1;
      else high = middle;
    }
    return totals[low - 1] ?? 0;
  };
}

/** The digest of a session without rows. */
export const NO_ROWS: RowDigest = {
  total: 0,
  active: 0,
  maxId: 0,
  lastTimestamp: null,
  mark: 0,
  compactedMark: 0,
};

export const NO_SESSION_ROWS: SessionRows = { digest: NO_ROWS, leastId: 0 };

/** Less than any message id, to read on after when nothing was read. */
export const BEFORE_ALL_IDS = Number.MIN_SAFE_INTEGER;

/** What rows look like after others, of greater ids, were appended to them. */
export function withAppended(before: RowDigest, appended: RowDigest): RowDigest {
  return {
    total: before.total + appended.total,
    active: before.active + appended.active,
    maxId: appended.total > 0 ? appended.maxId : before.maxId,
    lastTimestamp: laterOf(before.lastTimestamp, appended.lastTimestamp),
    mark: sumOfMarks(before.mark, appended.mark),
    compactedMark:
      before.compactedMark === null || appended.compactedMark === null
        ? null
        : sumOfMarks(before.compactedMark, appended.compactedMark),
  };
}

/** Marks are added up as SQLite does it before they are handed over: exactly, in 52 bits. */
export function sumOfMarks(a: number, b: number): number {
  return (a + b) % MARK_RANGE;
}

/** The later of two moments, either of which may not be there. */
export function laterOf(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

/** What was not looked at in one of them is taken to be the same. */
export function sameRows(a: RowDigest, b: RowDigest): boolean {
  return (
    a.total === b.total &&
    a.active === b.active &&
    a.maxId === b.maxId &&
    a.lastTimestamp === b.lastTimestamp &&
    a.mark === b.mark &&
    (a.compactedMark === b.compactedMark || a.compactedMark === null || b.compactedMark === null)
  );
}
