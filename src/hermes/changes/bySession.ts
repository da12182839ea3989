import type { DatabaseConnection } from '../sqlite/connection.ts';
import type { SqlRow } from '../sqlite/drivers/driver.ts';

const SESSIONS_A_LOCK = 100;
/** An id by its bytes, which may be no UTF-8 or a BLOB. */
interface Bound {
  readonly sql: '?' | 'CAST(? AS TEXT)';
  readonly bytes: Uint8Array;
}
/** No text is less, and every BLOB is greater than any text. */
const LEAST_TEXT: Bound = { sql: 'CAST(? AS TEXT)', bytes: new Uint8Array() };
const GREAT_BLOB: Bound = { sql: '?', bytes: new Uint8Array(16).fill(0xff) };

/** Asks for the rows of all sessions, or where that keeps the writer waiting of some at a time. */
export function* bySession(
  connection: DatabaseConnection,
  columns: string,
  groups = 'session_id',
): Generator<SqlRow, void, void> {
  if (!connection.keepsWriterWaiting) {
    yield* connection.all(`SELECT ${columns} FROM messages GROUP BY ${groups}`);
    return;
  }
  for (let from = LEAST_TEXT; from !== GREAT_BLOB; ) {
    const [bytes, isBlob] = connection.get(nextRange(from), from.bytes) ?? [];
    const to: Bound =
      bytes instanceof Uint8Array ? { sql: isBlob === 1 ? '?' : 'CAST(? AS TEXT)', bytes } : GREAT_BLOB;
    const range = `session_id >= ${from.sql} AND session_id < ${to.sql}`;
    yield* connection.all(
      `SELECT ${columns} FROM messages WHERE ${range} GROUP BY ${groups}`,
      from.bytes,
      to.bytes,
    );
    from = to;
  }
}

function nextRange({ sql }: Bound): string {
  return `SELECT CAST(id AS BLOB), typeof(id) = 'blob' FROM sessions WHERE id > ${sql} ORDER BY id LIMIT 1 OFFSET ${SESSIONS_A_LOCK - 1}`;
}
