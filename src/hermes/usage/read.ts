import { textOf } from '../sqlite/cell.ts';
import type { DatabaseConnection } from '../sqlite/connection.ts';
import type { SqlRow, SqlValue } from '../sqlite/drivers/driver.ts';
import { trimText } from '../whiteSpace.ts';
import { folderOf } from './folder.ts';
import type { UsageTables } from './tables.ts';
import type { SessionUse, Use, UseRow } from './use.ts';

/** Places among `sessionColumns`: where the session's own use begins, and how many columns there are. */
const OWN_USE = 8;
/** Columns of a use. */
const OF_USE = 14;
const SESSION_COLUMNS = OWN_USE + OF_USE;

/** What one session used, by its counters and its rows; undefined when it does not exist. @throws HermesDatabaseError */
export function readUsage(
  connection: DatabaseConnection,
  tables: UsageTables,
  sessionId: string,
): SessionUse | undefined {
  const session = connection.get(tables.sessionQuery, sessionId);
  if (!session) return undefined;
  const rows = tables.haveAccount ? connection.all(tables.rowsQuery, sessionId) : [];
  return sessionUse(
    session,
    rows.map((row) => useRow(row, 0)),
  );
}

/** What every session used, in the order of their creation. @throws HermesDatabaseError, at any session */
export function* readAllUsage(
  connection: DatabaseConnection,
  tables: UsageTables,
): Generator<SessionUse, void, void> {
  let session: SqlRow | undefined;
  let rows: UseRow[] = [];
  for (const row of connection.iterate(tables.everythingQuery)) {
    if (row[0] === null) continue;
    if (session && !isSameId(session[0], row[0])) {
      yield sessionUse(session, rows);
      rows = [];
    }
    session = row;
    if (row[SESSION_COLUMNS] !== null) rows.push(useRow(row, SESSION_COLUMNS + 1));
  }
  if (session) yield sessionUse(session, rows);
}

function isSameId(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  return a === b || textOf(a) === textOf(b);
}

function sessionUse(row: SqlRow, rows: readonly UseRow[]): SessionUse {
  const [id, startedAt, lastActivityAt, createdSource, source, repoRoot, cwd, parent] = row;
  return {
    id: textOf(id) ?? '',
    startedAt: startedAt as number | null,
    lastActivityAt: lastActivityAt as number | null,
    source: textOf(createdSource) || textOf(source) || null,
    folder: folderOf(textOf(repoRoot)) ?? folderOf(textOf(cwd)),
    parent: textOf(parent) || null,
    own: useAt(row, OWN_USE),
    rows,
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
