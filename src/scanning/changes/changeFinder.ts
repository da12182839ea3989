import {
  type RowDigest,
  rowsOfOthers,
  type SessionRows,
  sumOfMarks,
  withAppended,
} from '../../hermes/changes/digest.ts';
import type { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import type { SessionHeader } from '../../hermes/sessions/header.ts';
import { ListedSessions } from '../../hermes/sessions/list.ts';
import {
  Digests,
  inactiveIn,
  inListingOrder,
  isSameHeader,
  isUntoldByLog,
  type Listed,
  type Look,
  type Outline,
} from './outline.ts';
import { quickLook } from './quickLook.ts';

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
  /** Sessions that may have used anything since the last look; null where that is not known. */
  readonly used: ReadonlySet<string> | null;
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

/** So many inactive rows of the whole history are read again at every look, which takes a millisecond or two. */
const FEW_INACTIVE_IN_ALL = 2_000;

const NO_OTHERS: ReadonlyMap<string, number> = new Map();

/**
 * Finds which sessions to look at. The first look reads every session's digest from the indexes. Later ones look at the
 * sessions that the write-ahead log speaks of; or, where there is none or it does not tell, compare all sessions' rows
 * by their marks, and look closer at those of another mark.
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
    const { schemaVersion } = database;
    const place = database.placeInLog(before?.place ?? null);
    const { look, changes } = database.inOneTransaction((dataVersion) => {
      const known = options.all ? undefined : before;
      const { others, ...look } = known
        ? {
            others: NO_OTHERS,
            ...(this.#quickly(database, known, options) ?? this.#since(database, known, options)),
          }
        : sweep(database, this.#list(database, before), options);
      const { suspects, appended, rows, used } = look;
      return {
        look,
        changes: { suspects, appended, rows, used, others, ...listing(before, look.listed), dataVersion },
      };
    });
    const settle = (): void => {
      const digests = before && !options.all ? before.digests : new Digests();
      settleRows(digests, look);
      this.#outline = {
        ...look.listed,
        digests,
        totalRows: look.totalRows,
        maxId: look.maxId,
        place,
        schemaVersion,
      };
    };
    return { changes, settle };
  }

  #list(database: SessionDatabase, before: Outline | undefined): Listed {
    const headers = database.listSessions(this.#listed);
    const total = database.totalSessions();
    if (before?.headers === headers) return { ...before, total };
    const byId = new Map(headers.map((header) => [header.id, header]));
    return { headers, byId, total, haveShortIds: !headers.some(({ id }) => isUntoldByLog(id)) };
  }

  #quickly(database: SessionDatabase, before: Outline, options: LookOptions): Look | undefined {
    if (!before.place || before.schemaVersion !== database.schemaVersion) return undefined;
    if (!before.haveShortIds || before.digests.haveLongIds) return undefined;
    const touched = database.touchedSince(before.place);
    if (!touched) return undefined;
    const compacted = looksAtCompacted(before.digests.inactive, options);
    return quickLook(database, before, touched, { unsettled: options.unsettled, compacted });
  }

  /** Looks closer at what differs from the look before. */
  #since(database: SessionDatabase, before: Outline, options: LookOptions): Look {
    const listed = this.#list(database, before);
    const compacted = looksAtCompacted(before.digests.inactive, options);
    const marks = database.digests.marksOfAll();
    const fresh = database.digests.since(before.maxId);
    const isOnlyAppended = (id: string): boolean => {
      const [known, added] = [before.digests.get(id), fresh.get(id)];
      return (
        known !== undefined &&
        added !== undefined &&
        !options.unsettled.has(id) &&
        sumOfMarks(known.mark, added.mark) === marks.get(id) &&
        (!compacted || isAsCompacted(database, id, withAppended(known, added)))
      );
    };
    const appended = new Map([...fresh].filter(([id]) => isOnlyAppended(id)));
    const moved = changedRows(database, before, marks, compacted);
    const touched = new Set([...moved, ...options.unsettled, ...changedHeaders(before, listed)]);
    const rows = new Map<string, SessionRows>();
    for (const id of touched) if (!appended.has(id)) rows.set(id, database.digests.rowsOf(id, { compacted }));
    return {
      suspects: inListingOrder(touched, listed),
      appended,
      rows,
      used: null,
      listed,
      totalRows: database.digests.totalRows(),
      maxId: database.digests.greatestId(),
    };
  }
}

/** Looks at every session. */
function sweep(
  database: SessionDatabase,
  listed: Listed,
  options: LookOptions,
): Look & Pick<Changes, 'others'> {
  const rows = withCompacted(database, database.digests.sweep(), options);
  return {
    suspects: listed.headers,
    appended: new Map(),
    rows,
    used: null,
    others: rowsOfOthers(rows),
    listed,
    totalRows: database.digests.totalRows(),
    maxId: database.digests.greatestId(),
  };
}

/** What a look saw of rows is what is known of them from now on. */
function settleRows(digests: Digests, { appended, rows }: Look): void {
  for (const [id, added] of appended) digests.set(id, withAppended(digests.get(id)!, added));
  for (const [id, { digest }] of rows) digests.set(id, digest);
}

function withCompacted(
  database: SessionDatabase,
  rows: ReadonlyMap<string, SessionRows>,
  options: LookOptions,
): ReadonlyMap<string, SessionRows> {
  let inactive = 0;
  for (const { digest } of rows.values()) inactive += inactiveIn(digest);
  if (!looksAtCompacted(inactive, options)) return rows;
  return new Map(
    [...rows].map(([id, { digest, leastId }]) => {
      const compactedMark =
        inactiveIn(digest) > 0 ? database.digests.compactedMarkOf(id) : digest.compactedMark;
      return [id, { digest: { ...digest, compactedMark }, leastId }];
    }),
  );
}

function looksAtCompacted(inactive: number, { compacted = false }: LookOptions): boolean {
  return compacted || inactive <= FEW_INACTIVE_IN_ALL;
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

/** Sessions whose rows are not what they were. */
function changedRows(
  database: SessionDatabase,
  { digests }: Outline,
  marks: ReadonlyMap<string, number>,
  compacted: boolean,
): Set<string> {
  const changed = new Set<string>();
  for (const [id, mark] of marks) if (digests.get(id)?.mark !== mark) changed.add(id);
  for (const [id, digest] of digests.entries()) {
    if (!marks.has(id)) changed.add(id);
    else if (compacted && !changed.has(id) && !isAsCompacted(database, id, digest)) changed.add(id);
  }
  return changed;
}

function isAsCompacted(database: SessionDatabase, id: string, digest: RowDigest): boolean {
  return inactiveIn(digest) === 0 || database.digests.compactedMarkOf(id) === digest.compactedMark;
}

function changedHeaders(before: Outline, now: Listed): string[] {
  if (before.headers === now.headers) return [];
  return now.headers
    .filter((header) => !isSameHeader(before.byId.get(header.id), header))
    .map(({ id }) => id);
}
