import { problem } from '../../words/problem.ts';
import type { Access } from './access.ts';
import { describeSqliteError, HermesDatabaseError } from './databaseError.ts';
import { type FileIdentity, identify, isSameFile, isUntouched, logOf } from './databaseFile.ts';
import type { SqliteDriver } from './drivers/driver.ts';

/** The file as it was when a connection opened it: tells whether what was read of it counts. */
export class OpenedFile {
  readonly path: string;
  readonly #driver: SqliteDriver;
  readonly #access: Access;
  readonly #opened: FileIdentity;

  constructor(path: string, driver: SqliteDriver, access: Access, opened: FileIdentity) {
    this.path = path;
    this.#driver = driver;
    this.#access = access;
    this.#opened = opened;
  }

  /** Device and inode. */
  get key(): string {
    return `${this.#opened.device}:${this.#opened.inode}`;
  }

  get bytes(): number {
    return Number(this.#opened.size);
  }

  /** The log that is read together with it; null without one. */
  get logPath(): string | null {
    return this.#access === 'shared' ? logOf(this.#opened.target) : null;
  }

  /** False once it was removed or replaced, or another way of reading it has become the right one. */
  isCurrent(): boolean {
    const now = identify(this.path, this.#opened);
    if (!now) return false;
    if (this.#access === 'immutable') return isUntouched(now, this.#opened);
    // A log that was there when we opened must be the same still, or SQLite is reading one that nobody writes.
    const hasItsLog = this.#opened.log === null || this.#opened.log === now.log;
    return isSameFile(now, this.#opened) && hasItsLog;
  }

  /** Where nothing holds it still, what was read counts only if it is as it was. @throws HermesDatabaseError `changed` */
  confirm(): void {
    if (this.#hasChanged()) throw this.#changed();
  }

  /** What an error met while reading means. */
  explain(error: unknown): unknown {
    return this.#hasChanged() ? this.#changed() : describeSqliteError(error, this.#driver, this.path);
  }

  #hasChanged(): boolean {
    if (this.#access !== 'immutable') return false; // SQLite holds it still
    const now = identify(this.path, this.#opened);
    return !now || !isUntouched(now, this.#opened);
  }

  #changed(): HermesDatabaseError {
    return new HermesDatabaseError('changed', problem('database.changed', this.path));
  }
}
