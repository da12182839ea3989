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
  /** Sessions that are no longer listed. */
  readonly gone: readonly string[];
  /** The rows of a listed session. */
  digestOf(id: string): RowDigest;
}

/** What is remembered of the last look. */
interface Outline {
  readonly headers: ReadonlyMap<string, SessionHeader>;
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
      now: takeOutline(database),
      fresh: before ? database.newRowsSince(before.maxId) : new Map<string, number>(),
    }));
    const settle = (): void => {
      this.#outline = now;
    };
    const changes = (before && since(database, before, now, fresh)) ?? everything(database, before, now);
    return { changes, settle };
  }
}

function takeOutline(database: SessionDatabase): Outline {
  return {
    headers: new Map(database.listSessions().map((header) => [header.id, header])),
    inactive: database.inactiveDigests(),
    totalRows: database.totalRows(),
    maxId: database.greatestId(),
  };
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
  const headers = [...now.headers.values()];
  const suspects = headers.filter(
    (header) =>
      fresh.has(header.id) ||
      !isSameHeader(before.headers.get(header.id), header) ||
      !isSameInactive(before.inactive.get(header.id), now.inactive.get(header.id)),
  );
  return { headers, suspects, gone: goneSince(before, now), digestOf: (id) => database.digestOf(id) };
}

function everything(database: SessionDatabase, before: Outline | undefined, now: Outline): Changes {
  const digests = database.sweepRows();
  const headers = [...now.headers.values()];
  return {
    headers,
    suspects: headers,
    gone: goneSince(before, now),
    digestOf: (id) => digests.get(id) ?? NO_ROWS,
  };
}

function goneSince(before: Outline | undefined, now: Outline): string[] {
  return [...(before?.headers.keys() ?? [])].filter((id) => !now.headers.has(id));
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
