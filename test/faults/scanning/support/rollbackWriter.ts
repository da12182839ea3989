import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';

// Hermes with a rollback journal, which every reader of the file keeps waiting. Told a number of milliseconds on stdin,
// it writes for so long and answers with how long each transaction took.
const database = new Database(process.argv[2]!, { timeout: 5000 });
database.pragma('journal_mode = DELETE');
database.pragma('synchronous = OFF');
const sessions = database.prepare('SELECT id FROM sessions').pluck().all() as string[];
const append = database.prepare(
  "INSERT INTO messages (session_id, role, timestamp, content) VALUES (?, 'user', ?, 'some words')",
);
const retire = database.prepare(
  'UPDATE messages SET active = 0, compacted = ? WHERE id = (SELECT max(id) FROM messages WHERE session_id = ?)',
);
let clock = 1_760_000_000;

async function writeFor(ms: number): Promise<number[]> {
  const waits: number[] = [];
  for (const deadline = performance.now() + ms; performance.now() < deadline; ) {
    const session = sessions[clock % sessions.length]!;
    const before = performance.now();
    database
      .transaction(() => {
        if (clock % 5 === 0) retire.run(clock % 2, session);
        else append.run(session, clock);
      })
      .immediate();
    waits.push(performance.now() - before);
    clock++;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return waits;
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await writeFor(Number(line)))}\n`);
}
