import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';

// A program that changes rows and sessions in every way there is, and starts its log over again and again. Told a number
// of milliseconds on stdin, it writes for so long and answers with how many transactions that made.
const database = new Database(process.argv[2]!, { timeout: 5000 });
database.pragma('journal_mode = WAL');
database.pragma('synchronous = OFF');
database.pragma(`wal_autocheckpoint = ${process.argv[3]}`);
let random = Number(process.argv[4]);

/** From 0 up to, and without, a number; the same every time (Park and Miller's generator). */
function pick(below: number): number {
  random = (random * 48_271) % 2_147_483_647;
  return random % below;
}

const session =
  '(SELECT id FROM sessions ORDER BY rowid LIMIT 1 OFFSET (SELECT abs($a) % count(*) FROM sessions))';
const message = '(SELECT id FROM messages WHERE id >= $a ORDER BY id LIMIT 1)';
const changes = [
  `INSERT INTO messages (session_id, role, timestamp, content) VALUES (${session}, 'user', 1760000000 + $b, hex(zeroblob($b % 3000)))`,
  `INSERT INTO messages (session_id, role, timestamp, active) VALUES (${session}, 'user', 1760000000 + $b, $b % 2)`,
  `UPDATE messages SET active = 1 - active WHERE id = ${message} AND $b`,
  `UPDATE messages SET timestamp = timestamp + 0.25 WHERE id = ${message} AND $b`,
  `UPDATE messages SET session_id = ${session} WHERE id = $b`,
  `DELETE FROM messages WHERE id = ${message} AND $b`,
  `DELETE FROM messages WHERE session_id = ${session} AND $b % 5 = 0`,
  `INSERT OR REPLACE INTO messages (id, session_id, role, timestamp) VALUES ($b, ${session}, 'user', 1750000000)`,
  `UPDATE sessions SET title = 'T' || $b WHERE id = ${session}`,
  `UPDATE sessions SET started_at = started_at + $b % 3 WHERE id = ${session}`,
  `INSERT OR IGNORE INTO sessions (id, started_at) SELECT 'new' || $b, 1760000000 + $a`,
  `DELETE FROM sessions WHERE id = ${session} AND $b % 5 = 0 AND (SELECT count(*) FROM sessions) > 100`,
].map((sql) => database.prepare(sql));

async function writeFor(ms: number): Promise<number> {
  let transactions = 0;
  for (const deadline = performance.now() + ms; performance.now() < deadline; transactions++) {
    database.transaction(() => {
      for (let times = 1 + pick(3); times > 0; times--)
        changes[pick(changes.length)]!.run({ a: pick(6_000), b: 1 + pick(6_000) });
    })();
    if (transactions % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return transactions;
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${await writeFor(Number(line))}\n`);
