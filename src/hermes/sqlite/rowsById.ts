import type { SqlRow, SqlValue } from './drivers/driver.ts';
import { isCorrupt } from './otherWays.ts';

/** Where a reader keeps the writer waiting, it lets go after so many rows. */
const ROWS_A_LOCK = 1_000;

/** A connection as far as rows are read from it. */
interface ReadableRows {
  readonly keepsWriterWaiting: boolean;
  all(sql: string, ...parameters: SqlValue[]): SqlRow[];
  iterate(sql: string, ...parameters: SqlValue[]): Generator<SqlRow, void, void>;
}

/**
 * Rows by id, in several transactions where one would keep the writer waiting. Where an index is damaged, it goes on
 * another way after the last row that came.
 * @param sql a query whose first column is the id, in rising order, and whose last parameter the id to begin after
 * @throws HermesDatabaseError
 */
export function* rowsById(
  connection: ReadableRows,
  sql: string,
  parameters: readonly SqlValue[],
): Generator<SqlRow, void, void> {
  const others = parameters.slice(0, -1);
  let last = parameters.at(-1)!;
  // Beyond 2^53 an id that was read is not exact: rows are counted from the last one that was.
  let since = 0;
  if (!connection.keepsWriterWaiting) {
    try {
      for (const row of connection.iterate(sql, ...parameters)) {
        if (Number.isSafeInteger(row[0])) [last, since] = [row[0]!, 0];
        else since++;
        yield row;
      }
      return;
    } catch (error) {
      if (!isCorrupt(error)) throw error;
    }
  }
  for (;;) {
    const rows = connection.all(
      `${sql} LIMIT ${ROWS_A_LOCK}${since > 0 ? ` OFFSET ${since}` : ''}`,
      ...others,
      last,
    );
    for (const row of rows) yield row;
    if (rows.length < ROWS_A_LOCK) return;
    const end = rows.findLastIndex(([id]) => Number.isSafeInteger(id));
    if (end >= 0) [last, since] = [rows[end]![0]!, 0];
    since += rows.length - 1 - end;
  }
}
