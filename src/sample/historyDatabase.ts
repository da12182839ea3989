import { renameSync, rmSync } from 'node:fs';
import type { WritableConnection } from '../hermes/sqlite/drivers/driver.ts';
import { FULL_TEXT } from './database/fullText.ts';
import { HermesDatabase } from './database/hermesDatabase.ts';
import { INDEXES, SCHEMA } from './database/schema.ts';

export interface HistorySize {
  readonly messages: number;
  /** Bytes of message text (`content`, as UTF-8). */
  readonly textBytes: number;
}

/**
 * A `state.db` in the making. Until `finish` it stands beside its place under another name, so that nobody ever
 * opens half a history, and so that it can be written without a journal.
 */
export class HistoryDatabase {
  readonly #path: string;
  readonly #connection: WritableConnection;
  /** What Hermes would write to. */
  readonly hermes: HermesDatabase;
  #open = true;

  private constructor(path: string, connection: WritableConnection) {
    this.#path = path;
    this.#connection = connection;
    connection.exec('PRAGMA journal_mode = OFF');
    connection.exec('PRAGMA synchronous = OFF');
    connection.exec(SCHEMA);
    // From the start: rows are found again when they are rewritten, and counted.
    connection.exec(INDEXES);
    this.hermes = new HermesDatabase(connection);
  }

  /** Opens a new database that is to become `path`; whatever stands there is removed when it is finished. */
  static async create(path: string): Promise<HistoryDatabase> {
    // Loaded here: whoever merely offers to write a sample need not load SQLite.
    const { loadDriver } = await import('../hermes/sqlite/drivers/loadDriver.ts');
    const { driver } = await loadDriver();
    removeDatabase(`${path}.unfinished`);
    const connection = driver.openWritable(`${path}.unfinished`, { busyTimeoutMs: 0 });
    return new HistoryDatabase(path, connection);
  }

  /** Builds the full-text tables if wanted, turns the write-ahead log on as Hermes does, and puts the file in its place. */
  finish({ fullText }: { fullText: boolean }): HistorySize {
    if (fullText) this.#connection.exec(FULL_TEXT);
    const [messages, textBytes] = this.#connection
      .prepare('SELECT count(*), coalesce(sum(octet_length(content)), 0) FROM messages')
      .get() as [number, number];
    this.#connection.exec('PRAGMA journal_mode = WAL');
    this.#close();
    removeDatabase(this.#path);
    renameSync(`${this.#path}.unfinished`, this.#path);
    return { messages, textBytes };
  }

  /** Gives up: nothing stays behind. Does nothing to a finished database. */
  discard(): void {
    if (!this.#open) return;
    this.#close();
    removeDatabase(`${this.#path}.unfinished`);
  }

  #close(): void {
    this.#open = false;
    this.#connection.close();
  }
}

function removeDatabase(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
}
