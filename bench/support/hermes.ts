import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What a running Hermes does to its history: keeps it open, and appends. */
export class Hermes {
  readonly #database: Database.Database;
  #messages = 0;

  constructor(home: string) {
    this.#database = new Database(join(home, 'state.db'));
    // The write-ahead log is there from the first write on, as it is beside every Hermes that runs.
    this.#database.exec(`UPDATE sessions SET title = title WHERE rowid = 1`);
  }

  /** Of the session with most messages when `longest`, else of one in the middle of the history. */
  sessionId({ longest = false } = {}): string {
    const order = longest ? 'count(*) DESC' : 'abs(count(*) - 40)';
    const row = this.#database
      .prepare<[], { id: string }>(
        `SELECT session_id AS id FROM messages GROUP BY session_id ORDER BY ${order} LIMIT 1`,
      )
      .get();
    if (!row) throw new Error('The history has no messages');
    return row.id;
  }

  appendMessage(sessionId: string): void {
    const content = `exit_code 1\nTraceback (most recent call last): attempt ${++this.#messages}`;
    this.#database
      .prepare(
        `INSERT INTO messages (session_id, role, content, tool_name, timestamp) VALUES (?, 'tool', ?, 'terminal', ?)`,
      )
      .run(sessionId, content, Date.now() / 1000);
  }

  close(): void {
    this.#database.close();
  }
}
