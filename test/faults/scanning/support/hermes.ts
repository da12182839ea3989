import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';

// Hermes at work on a history: appends, rewinds, compacts, archives, deletes, runs VACUUM and now and then replaces
// the file by another, until its time is over. Prints how long each of its writes took, then keeps the database open
// until stdin ends. Whatever it does, a session has as many delegations as spoken texts after each transaction.
const path = process.argv[2]!;
const deadline = performance.now() + Number(process.argv[3]);
const waits: number[] = [];
let database = open();
let sessions = (database.prepare('SELECT id FROM sessions').pluck().all() as string[]) ?? [];
let created = sessions.length;
let clock = 1_760_000_000;

for (let turn = 1; performance.now() < deadline; turn++) {
  const before = performance.now();
  if (turn % 400 === 0) database.exec('VACUUM');
  else if (turn % 150 === 0) replace();
  else write();
  waits.push(performance.now() - before);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
}
process.stdout.write(`${JSON.stringify(waits)}\n`);
process.stdin.on('end', () => process.exit()).resume();

function open(): Database.Database {
  const opened = new Database(path, { timeout: 5000 });
  opened.pragma('journal_mode = WAL');
  return opened;
}

function write(): void {
  const session = sessions[Math.floor(Math.random() * sessions.length)];
  const chance = Math.random();
  const change = database.transaction(() => {
    if (session === undefined || chance < 0.1) return void start();
    if (chance < 0.6) return void append(session);
    if (chance < 0.7) return void retire(session, 0);
    if (chance < 0.85) return void retire(session, 1);
    if (chance < 0.9)
      return void database.prepare('UPDATE sessions SET archived = 1 - archived WHERE id = ?').run(session);
    if (chance < 0.95)
      return void database.prepare('UPDATE sessions SET title = ? WHERE id = ?').run(`T${clock}`, session);
    database.prepare('DELETE FROM messages WHERE session_id = ?').run(session);
    database.prepare('DELETE FROM sessions WHERE id = ?').run(session);
    sessions = sessions.filter((other) => other !== session);
  });
  change.immediate();
}

function start(): void {
  const id = `live-${process.pid}-${created++}`;
  database
    .prepare('INSERT INTO sessions (id, started_at, model) VALUES (?, ?, ?)')
    .run(id, clock++, 'openai/gpt');
  sessions.push(id);
  append(id);
}

/** Two messages that belong together: whoever sees one without the other has not read one moment. */
function append(session: string): void {
  for (const name of ['delegate_task', 'text_to_speech']) {
    database
      .prepare(
        "INSERT INTO messages (session_id, role, timestamp, content, tool_calls) VALUES (?, 'assistant', ?, ?, ?)",
      )
      .run(session, clock++, `an error ${'and some talk '.repeat(40)}`, `[{"name":"${name}"}]`);
  }
}

/** Takes a pair out of the conversation: rewound, or compacted. */
function retire(session: string, compacted: number): void {
  database
    .prepare(`UPDATE messages SET active = 0, compacted = ? WHERE id IN
      (SELECT id FROM messages WHERE session_id = ? AND active = 1 ORDER BY id DESC LIMIT 2)`)
    .run(compacted, session);
}

/** As a restored backup does: another file takes the name. */
function replace(): void {
  const other = `${path}.new`;
  rmSync(other, { force: true });
  database.exec(`VACUUM INTO '${other}'`);
  database.close();
  const file = openSync(other, 'r');
  fsyncSync(file);
  closeSync(file);
  renameSync(other, path);
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  database = open();
}
