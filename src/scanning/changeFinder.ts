import { type RowDigest, rowsOfOthers, type SessionRows } from '../hermes/rowDigest.ts';
import type { InactiveRows } from '../hermes/rowDigests.ts';
import type { SessionDatabase } from '../hermes/sessionDatabase.ts';
import type { SessionHeader } from '../hermes/sessionHeader.ts';

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
  isListed(id: string): boolean;
  /** Those of the sessions known so far that are not listed. */
  gone(known: Iterable<string>): readonly string[];
}

export interface LookOptions {
  /** Look at everything, whatever is remembered. */
  readonly all: boolean;
  /** Sessions that may be known in another state than the last look saw: they are always suspects. */
  readonly unsettled: ReadonlySet<string>;
}

/** What is remembered of the last look. */
interface Outline {
  /** The very array of the look before, when nothing about the sessions has changed. */
  readonly headers: readonly SessionHeader[];
  readonly byId: ReadonlyMap<string, SessionHeader>;
  readonly inactive: ReadonlyMap<string, InactiveRows>;
  /** Undefined as long as no look has taken it. */
  readonly inactiveMark: number | undefined;
  readonly totalRows: number;
  readonly maxId: number;
}

/**
 * Finds which sessions to look at. The first look reads every session's digest from the indexes; later ones read only
 * the headers, the rows that came since, and the few rows that are not active, which together show every append,
 * rewind, compaction and deletion.
 */
export class ChangeFinder {
  #outline: Outline | undefined;

  /**
   * Finds what changed since the last look that was settled; everything at the first, or when all is asked for.
   * @throws HermesDatabaseError
   */
  look(database: SessionDatabase, { all, unsettled }: LookOptions): { changes: Changes; settle: () => void } {
    const before = this.#outline;
    const { now, changes } = database.inOneTransaction((dataVersion) => {
      const listed = listSessions(database, before);
      const { now, found } =
        (before && !all ? since(database, before, listed, unsettled) : undefined) ?? sweep(database, listed);
      return { now, changes: { ...found, ...listing(before, now), dataVersion } };
    });
    const settle = (): void => {
      this.#outline = now;
    };
    return { changes, settle };
  }
}

/** The sessions as they are listed at the moment of a look. */
type Listed = Pick<Outline, 'headers' | 'byId'>;

/** What a look found, and what of it is remembered for the next. */
interface Look {
  readonly now: Outline;
  readonly found: Pick<Changes, 'suspects' | 'appended' | 'rows' | 'others'>;
}

function listSessions(database: SessionDatabase, before: Outline | undefined): Listed {
  const headers = database.listSessions();
  const byId =
    before?.headers === headers ? before.byId : new Map(headers.map((header) => [header.id, header]));
  return { headers, byId };
}

/** Looks at every session. */
function sweep(database: SessionDatabase, listed: Listed): Look {
  const { rows, inactive, totalRows } = database.sweepRows();
  return {
    now: { ...listed, inactive, inactiveMark: undefined, totalRows, maxId: database.greatestId() },
    found: { suspects: listed.headers, appended: new Map(), rows, others: rowsOfOthers(rows) },
  };
}

function listing(before: Outline | undefined, now: Outline): Pick<Changes, 'headers' | 'isListed' | 'gone'> {
  return {
    headers: now.headers,
    isListed: (id) => now.byId.has(id),
    gone: (known) => (before?.headers === now.headers ? [] : [...known].filter((id) => !now.byId.has(id))),
  };
}

/** Undefined when rows vanished in a way that only counting all of them can place. */
function since(
  database: SessionDatabase,
  before: Outline,
  listed: Listed,
  unsettled: ReadonlySet<string>,
): Look | undefined {
  const { totalRows, ...inactiveRows } = lookAtAllRows(database, before, listed);
  const appended = database.rowsSince(before.maxId);
  let fresh = 0;
  for (const { total } of appended.values()) fresh += total;
  if (before.totalRows + fresh !== totalRows) return undefined;
  const now = { ...listed, ...inactiveRows, totalRows, maxId: database.greatestId() };
  const ids = new Set(appended.keys());
  for (const id of [...changedInactive(before, now), ...unsettled]) {
    ids.add(id);
    appended.delete(id);
  }
  for (const id of changedHeaders(before, now)) ids.add(id);
  const suspects = inListingOrder(ids, now);
  const others = suspects.filter(({ id }) => !appended.has(id));
  const rows = new Map(others.map(({ id }) => [id, database.rowsOf(id)]));
  return { now, found: { suspects, appended, rows, others: new Map() } };
}

/** Looking for one session's inactive rows takes as long as walking over so many rows in the index. */
const ROWS_PER_SEEK = 64;

/** How many rows there are, and which are inactive: by one walk over them, unless sessions are few and long. */
function lookAtAllRows(
  database: SessionDatabase,
  before: Outline,
  { headers }: Listed,
): Pick<Outline, 'totalRows' | 'inactive' | 'inactiveMark'> {
  if (before.totalRows > headers.length * ROWS_PER_SEEK) {
    const [totalRows, inactive] = [database.totalRows(), database.inactiveDigests()];
    return { totalRows, inactive, inactiveMark: undefined };
  }
  const { totalRows, inactiveMark } = database.glanceAtRows();
  const inactive = inactiveMark === before.inactiveMark ? before.inactive : database.inactiveDigests();
  return { totalRows, inactive, inactiveMark };
}

/** One or a few sessions need no walk over all of them. */
function inListingOrder(touched: ReadonlySet<string>, now: Outline): SessionHeader[] {
  if (touched.size > 1) return now.headers.filter(({ id }) => touched.has(id));
  return [...touched].flatMap((id) => now.byId.get(id) ?? []);
}

function changedHeaders(before: Outline, now: Outline): string[] {
  if (before.headers === now.headers) return [];
  return now.headers
    .filter((header) => !isSameHeader(before.byId.get(header.id), header))
    .map(({ id }) => id);
}

function changedInactive(before: Outline, now: Outline): string[] {
  const ids = new Set([...before.inactive.keys(), ...now.inactive.keys()]);
  return [...ids].filter((id) => !isSameInactive(before.inactive.get(id), now.inactive.get(id)));
}

function isSameHeader(before: SessionHeader | undefined, now: SessionHeader): boolean {
  return (
    before !== undefined &&
    before.title === now.title &&
    before.model === now.model &&
    before.startedAt === now.startedAt &&
    before.archived === now.archived &&
    before.source === now.source
  );
}

function isSameInactive(before: InactiveRows | undefined, now: InactiveRows | undefined): boolean {
  return before?.count === now?.count && before?.idSum === now?.idSum;
}
