import { SessionDatabase } from '../hermes/sessionDatabase.ts';
import type { SqliteDriver } from '../hermes/sqlite/driver.ts';
import { ChangeFinder, type Changes, type LookOptions } from './changeFinder.ts';

/**
 * The history of one home, kept open between scans: a kept connection tells in no time that nothing was written. It
 * is opened again when the file was replaced, and what was remembered of the old file is forgotten with it.
 */
export class HistoryFile {
  readonly #home: string;
  readonly #driver: SqliteDriver;
  #open: { database: SessionDatabase; finder: ChangeFinder } | undefined;
  /** The data version that the last finished scan saw. */
  #seen: number | undefined;
  #settled: { fileKey: string; finder: ChangeFinder } | undefined;

  constructor(home: string, driver: SqliteDriver) {
    this.#home = home;
    this.#driver = driver;
  }

  /** Nothing was written since the last scan that was marked as seen. @throws HermesDatabaseError */
  isUnchanged(): boolean {
    if (!this.#open || this.#seen === undefined || !this.#open.database.isSameFile()) return false;
    return this.#open.database.dataVersion() === this.#seen;
  }

  /** The database, opened (again) if need be. @throws HermesDatabaseError */
  open(): { database: SessionDatabase; finder: ChangeFinder } {
    if (this.#open && !this.#open.database.isSameFile()) this.close();
    if (!this.#open) {
      const database = SessionDatabase.open(this.#home, this.#driver);
      const known = this.#settled?.fileKey === database.fileKey ? this.#settled.finder : new ChangeFinder();
      this.#settled = { fileKey: database.fileKey, finder: known };
      this.#open = { database, finder: known };
    }
    return this.#open;
  }

  /** The size of the database's file; what a log beside it holds is not counted. @throws HermesDatabaseError */
  bytes(): number {
    return this.open().database.bytes;
  }

  /**
   * Finds what changed since the last look that was settled; what is written from now on will show at the next.
   * @throws HermesDatabaseError
   */
  look(options: LookOptions): {
    readonly database: SessionDatabase;
    readonly changes: Changes;
    readonly settle: () => void;
  } {
    const { database, finder } = this.open();
    const { changes, settle } = finder.look(database, options);
    return {
      database,
      changes,
      settle: () => {
        settle();
        this.#seen = changes.dataVersion;
      },
    };
  }

  /** Closes, and looks at everything anew the next time. */
  forget(): void {
    this.close();
    this.#settled = undefined;
  }

  close(): void {
    this.#open?.database.close();
    this.#open = undefined;
    this.#seen = undefined;
  }
}
