import { createOwnFile } from '../../files/system/ownFile.ts';
import type {
  SqliteConnection,
  SqliteDriver,
  WritableConnection,
} from '../../hermes/sqlite/drivers/driver.ts';
import { MIGRATIONS, type Migration, PAGE_SIZE } from '../schema.ts';
import { ArchiveProblem } from './archiveProblem.ts';
import { assertOwnDatabase, fileIdentity } from './identity.ts';
import { inTransaction } from './inTransaction.ts';
import { isAsWritten, migrate, versionOf } from './migrate.ts';

const BUSY_TIMEOUT_MS = 5_000;

/**
 * Nothing committed may be lost with the power, nothing deleted may linger, and nothing that a stranger wrote into the
 * file may run. A rollback journal: homes lie on network file systems, and no files stay behind.
 */
const PRAGMAS = `
  PRAGMA page_size = ${PAGE_SIZE};
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA mmap_size = 0;
  PRAGMA temp_store = MEMORY;
`;
const WRITING_PRAGMAS = `
  PRAGMA synchronous = EXTRA;
  PRAGMA fullfsync = ON;
  PRAGMA secure_delete = ON;
  PRAGMA journal_mode = DELETE;
`;

/** @param isNewer the archive is another version's, and perhaps not all of it is understood */
export type Question<T> = (archive: SqliteConnection, isNewer: boolean) => T;

export interface ArchiveFileOptions {
  /** False: the file is neither created nor changed. */
  readonly write: boolean;
  /** A test's own. */
  readonly migrations?: readonly Migration[] | undefined;
}

/**
 * The archive's file, opened when it is first needed and again once another program has replaced it. A connection is
 * kept, which locks nothing between two questions.
 */
export class ArchiveFile {
  readonly path: string;
  readonly driver: SqliteDriver;
  readonly #write: boolean;
  readonly #migrations: readonly Migration[];
  #open: Open | undefined;
  #openings = 0;

  constructor(path: string, driver: SqliteDriver, { write, migrations = MIGRATIONS }: ArchiveFileOptions) {
    this.path = path;
    this.driver = driver;
    this.#write = write;
    this.#migrations = migrations;
  }

  /**
   * Asks the archive. Undefined where there is no file.
   * @throws ArchiveProblem, SQLite's or Node's error
   */
  read<T>(question: Question<T>): T | undefined {
    const open = this.#opened(false);
    return open && question(open.connection, open.isNewer);
  }

  /**
   * Changes the archive in one transaction, creating or migrating the file first.
   * @throws ArchiveProblem, SQLite's or Node's error; nothing is changed then
   */
  write<T>(change: (archive: WritableConnection) => T): T {
    const open = this.#opened(this.#write);
    if (!open?.writable) throw new ArchiveProblem(open ? 'newer' : 'read-only');
    try {
      return inTransaction(open.writable, (archive) => {
        migrate(archive, this.#migrations);
        return change(archive);
      });
    } catch (error) {
      // Whatever state an error has left the connection in, the next one begins anew.
      this.close();
      throw error;
    }
  }

  /**
   * Works on the whole archive, outside of a transaction.
   * @throws as `write`
   */
  maintain<T>(work: (archive: WritableConnection) => T): T | undefined {
    const open = this.#opened(false);
    if (open && !open.writable) throw new ArchiveProblem('newer');
    return open?.writable ? work(open.writable) : undefined;
  }

  /** Another version's archive is open, which is read only. */
  get isNewer(): boolean {
    return this.#open?.isNewer ?? false;
  }

  /** Which file a connection of this is open to, and a text that changes with each commit of another. @throws SQLite's error */
  state(archive: SqliteConnection): { readonly identity: string | undefined; readonly version: string } {
    // Numbers of two connections cannot be compared.
    const version = `${this.#openings} ${archive.prepare('PRAGMA data_version').get()?.[0]}`;
    return { identity: this.#open?.identity, version };
  }

  close(): void {
    this.#open?.connection.close();
    this.#open = undefined;
  }

  #opened(create: boolean): Open | undefined {
    const identity = fileIdentity(this.path);
    if (this.#open && this.#open.identity !== identity) this.close();
    if (identity === undefined && !create) return undefined;
    if (this.#open) return this.#open;
    this.#open = this.#write ? this.#openToWrite(create) : this.#openToRead();
    this.#openings++;
    return this.#open;
  }

  /** @param forChange a change follows at once, which makes an empty file an archive in its own transaction */
  #openToWrite(forChange: boolean): Open {
    assertOwnDatabase(this.path);
    createOwnFile(this.path);
    const connection = this.driver.openWritable(this.path, { busyTimeoutMs: BUSY_TIMEOUT_MS });
    try {
      connection.exec(PRAGMAS);
      const version = versionOf(connection);
      if (version > this.#migrations.length) return this.#reading(connection);
      connection.exec(WRITING_PRAGMAS);
      if (version < this.#migrations.length && !(forChange && version === 0))
        inTransaction(connection, () => migrate(connection, this.#migrations));
      return { ...this.#reading(connection), writable: connection };
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** Undefined for a file that is still empty. */
  #openToRead(): Open | undefined {
    assertOwnDatabase(this.path);
    const connection = this.#recovered();
    try {
      connection.exec(PRAGMAS);
      if (versionOf(connection) > 0) return this.#reading(connection);
      if (!isAsWritten(connection, this.driver, this.#migrations)) throw new ArchiveProblem('damaged');
      connection.close();
      return undefined;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** A writer that died leaves a journal, which only a connection that may write can roll back. */
  #recovered(): SqliteConnection {
    const options = { busyTimeoutMs: BUSY_TIMEOUT_MS };
    const reading = this.driver.openReadOnly(this.path, options);
    try {
      versionOf(reading);
      return reading;
    } catch (error) {
      reading.close();
      const code = this.driver.resultCode(error);
      if (code !== 'SQLITE_READONLY' && code !== 'SQLITE_CANTOPEN') throw error;
      return this.driver.openWritable(this.path, options);
    }
  }

  #reading(connection: SqliteConnection): Open {
    if (!isAsWritten(connection, this.driver, this.#migrations)) throw new ArchiveProblem('damaged');
    const isNewer = versionOf(connection) > this.#migrations.length;
    return { connection, writable: null, isNewer, identity: fileIdentity(this.path) };
  }
}

interface Open {
  readonly connection: SqliteConnection;
  /** Null where nothing may be written. */
  readonly writable: WritableConnection | null;
  readonly isNewer: boolean;
  readonly identity: string | undefined;
}
