import { join } from 'node:path';
import { type FileStamp, isSameStamp, takeStamp } from '../../hermes/changes/fileStamp.ts';
import { SessionDatabase } from '../../hermes/sessionDatabase.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import { pause } from '../../hermes/sqlite/perseverance.ts';
import { ChangeFinder, type Changes, type LookOptions } from './changeFinder.ts';

/** Where times are fine, a stamp that was taken too soon after the last write is worth another a moment later. */
const WORTH_WAITING_MS = 25;

/**
 * The history of one home. It is open only while it is read: whoever keeps a connection keeps Hermes, when it closes its
 * own, from folding the log into the file. Between scans a look at the files tells in no time that nothing was written.
 * What was found is remembered from scan to scan, and forgotten when the file was replaced.
 */
export class HistoryFile {
  readonly #home: string;
  readonly #driver: SqliteDriver;
  readonly #opening: { readonly whileLocked?: () => void };
  #open: { database: SessionDatabase; finder: ChangeFinder } | undefined;
  /** The files as they were before the last finished scan. */
  #seen: FileStamp | null = null;
  #settled: { fileKey: string; finder: ChangeFinder } | undefined;

  /** @param whileLocked called while the database is locked; to throw ends the wait */
  constructor(home: string, driver: SqliteDriver, whileLocked?: () => void) {
    this.#home = home;
    this.#driver = driver;
    this.#opening = whileLocked ? { whileLocked } : {};
  }

  /** Nothing was written since the last scan that was marked as seen. To be asked at rest. @throws HermesDatabaseError */
  isUnchanged(): boolean {
    return this.#seen !== null && isSameStamp(this.#seen, takeStamp(this.#path, this.#seen));
  }

  /** The database, opened (again) if need be. @throws HermesDatabaseError */
  open(): { database: SessionDatabase; finder: ChangeFinder } {
    if (this.#open && !this.#open.database.isSameFile()) this.rest();
    if (!this.#open) {
      const database = SessionDatabase.open(this.#home, this.#driver, this.#opening);
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
    // What is read from now on is of this state or of a newer one.
    const stamp = this.#takeStamp();
    const { changes, settle } = finder.look(database, options);
    return {
      database,
      changes,
      settle: () => {
        settle();
        this.#seen = stamp;
      },
    };
  }

  /** Closes after reading, until something is to be read again. */
  rest(): void {
    this.#open?.database.close();
    this.#open = undefined;
  }

  /** Closes, and looks at everything anew the next time. */
  forget(): void {
    this.close();
    this.#settled = undefined;
  }

  /** Closes, and reads again the next time, even if nothing is written until then. */
  close(): void {
    this.rest();
    this.#seen = null;
  }

  get #path(): string {
    return join(this.#home, 'state.db');
  }

  /** What keeps it from being taken keeps the file from being opened, which says so better. */
  #takeStamp(): FileStamp | null {
    try {
      const stamp = takeStamp(this.#path, this.#seen ?? undefined);
      if (!stamp || stamp.freshForMs === 0 || stamp.freshForMs > WORTH_WAITING_MS) return stamp;
      pause(stamp.freshForMs);
      return takeStamp(this.#path, stamp);
    } catch {
      return null;
    }
  }
}
