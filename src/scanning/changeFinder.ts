import { isDeepStrictEqual } from 'node:util';
import {
  type RowDigest,
  rowsOfOthers,
  type SessionRows,
  sumOfMarks,
  withAppended,
} from '../hermes/rowDigest.ts';
import type { SessionDatabase } from '../hermes/sessionDatabase.ts';
import type { SessionHeader } from '../hermes/sessionHeader.ts';
import { ListedSessions } from '../hermes/sessionList.ts';

/** What a look at the database's outside found, all of one moment, contents of messages unread. */
export interface Changes {
  /** The database's state at that moment. */
  readonly dataVersion: number;
  /** Sessions that are listed now, in listing order. */
  readonly headers: readonly SessionHeader[];
  /** Sessions whose header or rows may have changed since the last look, in listing order. */
  readonly suspects: readonly SessionHeader[];
  /** Rows that suspects have gained since the last look, where their others have stayed as they were. */
  readonly appended: ReadonlyMap<string, RowDigest>;
  /** The rows of all other suspects that have some. */
  readonly rows: ReadonlyMap<string, SessionRows>;
  /** How many rows of others may stand among a session's own, at most, where all were looked at. */
  readonly others: ReadonlyMap<string, number>;
  /** The same, by id. */
  readonly byId: ReadonlyMap<string, SessionHeader>;
  /** Something about the sessions themselves may have changed since the last look. */
  readonly headersChanged: boolean;
  /** Those of the sessions known so far that are not listed. */
  gone(known: Iterable<string>): readonly string[];
}

export interface LookOptions {
  /** Look at everything, whatever is remembered. */
  readonly all: boolean;
  /** Sessions that may be known in another state than the last look saw: they are always suspects. */
  readonly unsettled: ReadonlySet<string>;
  /**
   * Figures depend on `compacted`: it is looked at however many inactive rows there are, at half a microsecond to two
   * for each. Otherwise only where there are few.
   */
  readonly compacted?: boolean;
}

/** What is remembered of the last look. */
interface Outline {
  /** The very array of the look before, when nothing about the sessions has changed. */
  readonly headers: readonly SessionHeader[];
  readonly byId: ReadonlyMap<string, SessionHeader>;
  /** The rows of every session that has some; brought up to date when a look is settled. */
  readonly digests: Map<string, RowDigest>;
  readonly maxId: number;
}

/** So many inactive rows of the whole history are read again at every look, which takes a millisecond or two. */
const FEW_INACTIVE_IN_ALL = 2_000;

/**
 * Finds which sessions to look at. The first look reads every session's digest from the indexes; later ones compare the
 * sessions' rows by their marks, and look closer only at those of another mark.
 */
export class ChangeFinder {
  #outline: Outline | undefined;
  readonly #listed = new ListedSessions();

  /**
   * Finds what changed since the last look that was settled; everything at the first, or when all is asked for.
   * @throws HermesDatabaseError
   */
  look(database: SessionDatabase, options: LookOptions): { changes: Changes; settle: () => void } {
    const before = this.#outline;
    const { look, changes } = database.inOneTransaction((dataVersion) => {
      const listed = listSessions(database, this.#listed, before);
      const look =
        before && !options.all ? since(database, before, listed, options) : sweep(database, listed, options);
      return { look, changes: { ...look.found, ...listing(before, listed), dataVersion } };
    });
    const settle = (): void => {
      this.#outline = { ...look.listed, digests: look.digests(), maxId: look.maxId };
    };
    return { changes, settle };
  }
}

/** The sessions as they are listed at the moment of a look. */
type Listed = Pick<Outline, 'headers' | 'byId'>;

/** What a look found, and what of it is remembered for the next. */
interface Look {
  readonly found: Pick<Changes, 'suspects' | 'appended' | 'rows' | 'others'>;
  readonly listed: Listed;
  readonly maxId: number;
  /** All rows as they are now. What was remembered before is gone with it. */
  readonly digests: () => Map<string, RowDigest>;
}

function listSessions(
  database: SessionDatabase,
  remembered: ListedSessions,
  before: Outline | undefined,
): Listed {
  const headers = database.listSessions(remembered);
  const byId =
    before?.headers === headers ? before.byId : new Map(headers.map((header) => [header.id, header]));
  return { headers, byId };
}

/** Looks at every session. */
function sweep(database: SessionDatabase, listed: Listed, options: LookOptions): Look {
  const rows = withCompacted(database, database.sweepRows(), options);
  return {
    found: { suspects: listed.headers, appended: new Map(), rows, others: rowsOfOthers(rows) },
    listed,
    maxId: database.greatestId(),
    digests: () => new Map([...rows].map(([id, { digest }]) => [id, digest])),
  };
}

function withCompacted(
  database: SessionDatabase,
  rows: ReadonlyMap<string, SessionRows>,
  options: LookOptions,
): ReadonlyMap<string, SessionRows> {
  const digests = [...rows].map(([id, { digest }]): [string, RowDigest] => [id, digest]);
  if (!looksAtCompacted(digests, options)) return rows;
  return new Map(
    [...rows].map(([id, { digest, leastId }]) => {
      const compactedMark = hasInactive(digest) ? database.compactedMarkOf(id) : digest.compactedMark;
      return [id, { digest: { ...digest, compactedMark }, leastId }];
    }),
  );
}

function looksAtCompacted(digests: Iterable<[string, RowDigest]>, { compacted }: LookOptions): boolean {
  if (compacted) return true;
  let inactive = 0;
  for (const [, { total, active }] of digests) inactive += total - active;
  return inactive <= FEW_INACTIVE_IN_ALL;
}

function hasInactive({ total, active }: RowDigest): boolean {
  return active < total;
}

function listing(
  before: Outline | undefined,
  now: Listed,
): Pick<Changes, 'headers' | 'byId' | 'headersChanged' | 'gone'> {
  return {
    headers: now.headers,
    byId: now.byId,
    headersChanged: before?.headers !== now.headers,
    gone: (known) => (before?.headers === now.headers ? [] : [...known].filter((id) => !now.byId.has(id))),
  };
}

/** Looks closer at what differs from the look before. */
function since(database: SessionDatabase, before: Outline, listed: Listed, options: LookOptions): Look {
  const compacted = looksAtCompacted(before.digests, options);
  const marks = database.marksOfAll();
  const fresh = database.rowsSince(before.maxId);
  const moved = changedRows(database, before, marks, compacted);
  const appended = new Map([...fresh].filter(([id]) => isOnlyAppended(id)));
  const touched = new Set([...moved, ...options.unsettled, ...changedHeaders(before, listed)]);
  const suspects = inListingOrder(touched, listed);
  const looked = new Map<string, SessionRows>();
  for (const id of touched) if (!appended.has(id)) looked.set(id, database.rowsOf(id, { compacted }));

  function isOnlyAppended(id: string): boolean {
    const known = before.digests.get(id);
    const added = fresh.get(id);
    return (
      known !== undefined &&
      added !== undefined &&
      !options.unsettled.has(id) &&
      sumOfMarks(known.mark, added.mark) === marks.get(id) &&
      (!compacted || isAsCompacted(database, id, withAppended(known, added)))
    );
  }
  return {
    found: { suspects, appended, rows: looked, others: new Map() },
    listed,
    maxId: database.greatestId(),
    digests: () => {
      for (const [id, rows] of appended) before.digests.set(id, withAppended(before.digests.get(id)!, rows));
      for (const [id, { digest }] of looked) {
        if (digest.total > 0) before.digests.set(id, digest);
        else before.digests.delete(id);
      }
      return before.digests;
    },
  };
}

/** Sessions whose rows are not what they were. */
function changedRows(
  database: SessionDatabase,
  { digests }: Outline,
  marks: ReadonlyMap<string, number>,
  compacted: boolean,
): Set<string> {
  const changed = new Set<string>();
  for (const [id, mark] of marks) if (digests.get(id)?.mark !== mark) changed.add(id);
  for (const id of digests.keys()) if (!marks.has(id)) changed.add(id);
  if (!compacted) return changed;
  for (const [id, digest] of digests)
    if (!changed.has(id) && !isAsCompacted(database, id, digest)) changed.add(id);
  return changed;
}

function isAsCompacted(database: SessionDatabase, id: string, digest: RowDigest): boolean {
  return !hasInactive(digest) || database.compactedMarkOf(id) === digest.compactedMark;
}

/** One or a few sessions need no walk over all of them. */
function inListingOrder(touched: ReadonlySet<string>, { headers, byId }: Listed): SessionHeader[] {
  if (touched.size > 1) return headers.filter(({ id }) => touched.has(id));
  return [...touched].flatMap((id) => byId.get(id) ?? []);
}

function changedHeaders(before: Outline, now: Listed): string[] {
  if (before.headers === now.headers) return [];
  return now.headers
    .filter((header) => !isSameHeader(before.byId.get(header.id), header))
    .map(({ id }) => id);
}

function isSameHeader(before: SessionHeader | undefined, now: SessionHeader): boolean {
  if (!before) return false;
  for (const key in now) {
    const [was, is] = [before[key as keyof SessionHeader], now[key as keyof SessionHeader]];
    if (was !== is && !(typeof is === 'object' && isDeepStrictEqual(was, is))) return false;
  }
  return true;
}
