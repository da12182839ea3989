/** Iterates over everything that a scan reads, with better-sqlite3, and does nothing with it: the floor of a scan. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bringIntoSystemCache } from '../support/systemCache.ts';

export interface BareRead {
  /** Milliseconds. */
  readonly ms: number;
  readonly rows: number;
}

const { home } = JSON.parse(process.argv[2]!) as { home: string };
bringIntoSystemCache(home);
const database = new Database(join(home, 'state.db'), { readonly: true });
const started = performance.now();
const messages = database
  .prepare(
    `SELECT id, active, CAST(role AS BLOB), CAST(content AS BLOB), CAST(tool_name AS BLOB), CAST(tool_calls AS BLOB),
       timestamp FROM messages`,
  )
  .raw();
let rows = 0;
for (const _row of messages.iterate()) rows++;
const result: BareRead = { ms: performance.now() - started, rows };
database.close();
process.stdout.write(JSON.stringify(result));
