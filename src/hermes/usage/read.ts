import { textOf } from '../sqlite/cell.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import type { SqlRow, SqlValue } from '../sqlite/drivers/driver.ts';
import { trimText } from '../whiteSpace.ts';
import { folderOf } from './folder.ts';
import type { UsageTables } from './tables.ts';
import type { SessionUse, Use, UseRow } from './use.ts';

/** Places among `sessionColumns`: where the session's own use begins, and how many columns there are. */
const OWN_USE = 9;
/** Columns of a use; behind it stand, in a row of the account, when it was used first and last, and its mark. */
const OF_USE = 14;
const SESSION_COLUMNS = OWN_USE + OF_USE;

/** The session's own row is read first: should the others be of a later moment, nothing seems to be left over. */
function readUsage(
  connection: DatabaseConnection,
  tables: UsageTables,
  sessionId: string,
): SessionUse | undefined {
  const session = connection.get(tables.sessionQuery, sessionId);
  if (!session) return undefined;
  const rows = tables.haveAccount ? connection.all(tables.rowsQuery, sessionId) : [];
  return sessionUse(session, rows, 0);
}

/** The mark of what each session used. @throws HermesDatabaseError */
export function readMarks(connection: DatabaseConnection, tables: UsageTables): Map<string, number> {
  const marks = new Map<string, number>();
  for (const [id, mark] of connection.all(tables.ownMarksQuery)) marks.set(textOf(id) ?? '', mark as number);
  if (!tables.haveAccount) return marks;
  for (const [id, mark] of connection.all(tables.rowMarksQuery)) {
    const own = marks.get(textOf(id) ?? '');
    if (own !== undefined) marks.set(textOf(id) ?? '', own + (mark as number));
  }
  return marks;
}

/** One by one is slower, and keeps no writer waiting. */
const FEW = 200;

/**
 * What sessions used, one by one; those are left out that do not exist.
 * @throws HermesDatabaseError, at any session
 */
export function* readUsageOf(
  connection: DatabaseConnection,
  tables: UsageTables,
  ids: ReadonlySet<string>,
): Generator<SessionUse, void, void> {
  if (ids.size > FEW && !connection.keepsWriterWaiting) {
    for (const use of readAllUsage(connection, tables)) if (ids.has(use.id)) yield use;
    return;
  }
  for (const id of ids) {
    const use = readUsage(connection, tables, id);
    if (use) yield use;
  }
}

/** What every session used, in the order of their creation. */
function* readAllUsage(
  connection: DatabaseConnection,
  tables: UsageTables,
): Generator<SessionUse, void, void> {
  let session: SqlRow | undefined;
  let rows: SqlRow[] = [];
  for (const row of connection.iterate(tables.everythingQuery)) {
    if (row[0] === null) continue;
    if (session && !isSameId(session[0], row[0])) {
      yield sessionUse(session, rows, SESSION_COLUMNS + 1);
      rows = [];
    }
    session = row;
    if (row[SESSION_COLUMNS] !== null) rows.push(row);
  }
  if (session) yield sessionUse(session, rows, SESSION_COLUMNS + 1);
}

function isSameId(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  return a === b || textOf(a) === textOf(b);
}

/** @param at where in its rows the columns of the account begin */
function sessionUse(row: SqlRow, rows: readonly SqlRow[], at: number): SessionUse {
  const [id, mark, startedAt, lastActivityAt, createdSource, source, repoRoot, cwd, parent] = row;
  return {
    id: textOf(id) ?? '',
    mark: rows.reduce((sum, one) => sum + (one[at + OF_USE + 2] as number), mark as number),
    startedAt: startedAt as number | null,
    lastActivityAt: lastActivityAt as number | null,
    source: textOf(createdSource) || textOf(source) || null,
    folder: folderOf(textOf(repoRoot)) ?? folderOf(textOf(cwd)),
    parent: textOf(parent) || null,
    own: useAt(row, OWN_USE),
    rows: rows.map((one) => useRow(one, at)),
  };
}

function useRow(row: SqlRow, at: number): UseRow {
  return {
    ...useAt(row, at),
    firstSeen: row[at + OF_USE] as number | null,
    lastSeen: row[at + OF_USE + 1] as number | null,
  };
}

function useAt(row: SqlRow, at: number): Use {
  const count = (place: number) => row[at + place] as number;
  return {
    model: textOf(row[at]) ?? '',
    provider: textOf(row[at + 1]) ?? '',
    baseUrl: textOf(row[at + 2]) ?? '',
    mode: textOf(row[at + 3]) ?? '',
    task: textOf(row[at + 4]) ?? '',
    status: trimText(textOf(row[at + 5]) ?? '').toLowerCase(),
    amounts: {
      input: count(6),
      output: count(7),
      cache_read: count(8),
      cache_write: count(9),
      api_calls: count(10),
      reasoning: count(11),
      estimated: row[at + 12] as number | null,
      actual: row[at + 13] as number | null,
    },
  };
}
