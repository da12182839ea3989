import { NO_ROWS, type RowDigest } from '../hermes/rowDigest.ts';
import type { InactiveRows } from '../hermes/rowDigests.ts';
import type { SessionDatabase } from '../hermes/sessionDatabase.ts';
import type { SessionHeader } from '../hermes/sessionHeader.ts';

/** What a look at the database's outside found, contents of messages unread. */
export interface Changes {
  /** Sessions that are listed now, in listing order. */
  readonly headers: readonly SessionHeader[];
  /** Sessions whose header or rows may have changed since the last look, in listing order. */
  readonly suspects: readonly SessionHeader[];
  isListed(id: string): boolean;
  /** Those of the sessions known so far that are not listed. */
  gone(known: Iterable<string>): readonly string[];
  /** Rows that a session has for certain gained since the last look: it has changed, whatever its digest says. */
  newRows(id: string): number;
  /** The rows of a listed session. */
  digestOf(id: string): RowDigest;
}

/** What is remembered of the last look. */
interface Outline {
  /** The very array of the look before, when nothing about the sessions has changed. */
  readonly headers: readonly SessionHeader[];
  readonly byId: ReadonlyMap<string, SessionHeader>;
  readonly inactive: ReadonlyMap<string, InactiveRows>;
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

  /** Finds what changed since the last look that was settled, and everything at the first. @throws HermesDatabaseError */
  look(database: SessionDatabase): { changes: Changes; settle: () => void } {
    const before = this.#outline;
    const { now, fresh } = database.inOneTransaction(() => ({
      now: takeOutline(database, before),
      fresh: before ? database.newRowsSince(before.maxId) : new Map<string, number>(),
    }));
    const settle = (): void => {
      this.#outline = now;
    };
    const changes = (before && since(database, before, now, fresh)) ?? everything(database, now);
    return { changes, settle };
  }
}

function takeOutline(database: SessionDatabase, before: Outline | undefined): Outline {
  const headers = database.listSessions();
  const byId =
    before?.headers === headers ? before.byId : new Map(headers.map((header) => [header.id, header]));
  const totalRows = database.totalRows();
  const inactive = database.inactiveDigests(totalRows);
  return { headers, byId, inactive, totalRows, maxId: database.greatestId() };
}

/** Undefined when rows vanished in a way that only counting all of them can place. */
function since(
  database: SessionDatabase,
  before: Outline,
  now: Outline,
  fresh: ReadonlyMap<string, number>,
): Changes | undefined {
  let freshRows = 0;
  for (const count of fresh.values()) freshRows += count;
  if (before.totalRows + freshRows !== now.totalRows) return undefined;
  const touched = new Set([...fresh.keys(), ...changedInactive(before, now), ...changedHeaders(before, now)]);
  return {
    headers: now.headers,
    suspects: inListingOrder(touched, now),
    isListed: (id) => now.byId.has(id),
    gone: (known) => (before.headers === now.headers ? [] : notListed(known, now)),
    newRows: (id) => fresh.get(id) ?? 0,
    digestOf: (id) => database.digestOf(id),
  };
}

function everything(database: SessionDatabase, now: Outline): Changes {
  const digests = database.sweepRows();
  return {
    headers: now.headers,
    suspects: now.headers,
    isListed: (id) => now.byId.has(id),
    gone: (known) => notListed(known, now),
    newRows: () => 0,
    digestOf: (id) => digests.get(id) ?? NO_ROWS,
  };
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

function notListed(known: Iterable<string>, now: Outline): string[] {
  return [...known].filter((id) => !now.byId.has(id));
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
