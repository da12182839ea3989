import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { WritableConnection } from '../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { FULL_TEXT } from '../../../src/sample/database/fullText.ts';
import { HermesDatabase } from '../../../src/sample/database/hermesDatabase.ts';
import { INDEXES, SCHEMA } from '../../../src/sample/database/schema.ts';
import { type Hermes, TODAY, type Version } from '../../../src/sample/operations/hermes.ts';
import { Random } from '../../../src/sample/random.ts';

export type JournalMode = 'wal' | 'delete';

export interface HermesHomeOptions {
  readonly journalMode?: JournalMode;
  readonly version?: Version;
  /** Of uids and whatever else an operation draws. */
  readonly seed?: string;
}

/**
 * A Hermes home in a temporary folder with today's tables, indexes and full-text tables, and a Hermes at work in it:
 * every operation of `src/sample/operations` takes `home.hermes`.
 */
export class HermesHome {
  /** The home, by its real path. */
  readonly path: string;
  readonly #version: Version;
  readonly #random: Random;
  #hermes: Hermes | undefined;

  private constructor({ version = TODAY, seed = '1' }: HermesHomeOptions) {
    this.path = realpathSync(mkdtempSync(join(tmpdir(), 'hermes-at-work-')));
    this.#version = version;
    this.#random = new Random(seed);
  }

  /** Makes a home; it goes when the test ends, or with `remove`. */
  static async create(test: TestContext | null, options: HermesHomeOptions = {}): Promise<HermesHome> {
    const home = new HermesHome(options);
    test?.after(() => home.remove());
    const connection = await home.#connect();
    connection.exec(`PRAGMA journal_mode = ${options.journalMode ?? 'wal'}`);
    for (const part of [SCHEMA, INDEXES, FULL_TEXT]) connection.exec(part);
    home.#begin(connection);
    return home;
  }

  get databasePath(): string {
    return join(this.path, 'state.db');
  }

  /** Where this product and today's dashboard keep their files; made if it is not there. */
  get dataDirectory(): string {
    const path = join(this.path, 'plugin-data', 'hermes-achievements');
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** The Hermes that runs here. @throws Error while it rests */
  get hermes(): Hermes {
    if (!this.#hermes) throw new Error('No Hermes runs in this home');
    return this.#hermes;
  }

  /** For whatever the operations do not say. */
  get connection(): WritableConnection {
    return this.hermes.database.connection;
  }

  /** The first column of the first row. */
  single(sql: string): unknown {
    return this.connection.prepare(sql).get()?.[0];
  }

  /** Ends Hermes, which leaves `state.db` alone in its folder. */
  rest(): void {
    this.#hermes?.database.connection.close();
    this.#hermes = undefined;
  }

  /** Starts Hermes again, with what a newer or older version does if it is given. */
  async work(version = this.#version): Promise<void> {
    this.rest();
    this.#begin(await this.#connect(), version);
  }

  /** Removes the home and everything in it. */
  remove(): void {
    this.rest();
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }

  async #connect(): Promise<WritableConnection> {
    const { driver } = await loadDriver();
    const connection = driver.openWritable(this.databasePath, { busyTimeoutMs: 5000 });
    connection.exec('PRAGMA synchronous = OFF');
    return connection;
  }

  #begin(connection: WritableConnection, version = this.#version): void {
    this.#hermes = { database: new HermesDatabase(connection), random: this.#random, version };
  }
}
