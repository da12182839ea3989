import { accessSync, constants } from 'node:fs';
import type { SqliteDriver, WritableConnection } from '../../hermes/sqlite/drivers/driver.ts';
import { Remains } from '../salvage/remains.ts';
import { MIGRATIONS, type Migration } from '../schema.ts';
import { lastChange } from '../tables/sessions.ts';
import { ArchiveFile, type Question } from './archiveFile.ts';
import { ArchiveProblem, problemOf } from './archiveProblem.ts';
import { backupMadeAt } from './backup.ts';
import { fileIdentity } from './identity.ts';
import { restore } from './restore.ts';

export interface GuardedFileOptions {
  readonly write: boolean;
  /** The copy of the archive. */
  readonly backup: string;
  /** Archives of the same home in another place. */
  readonly others: readonly string[];
  readonly migrations?: readonly Migration[] | undefined;
}

/** What was done about a damaged archive; the user is to be told, once. */
export interface Restoration {
  /** The damaged file's new name, without its directory; null where there was no archive any more. */
  readonly setAside: string | null;
  readonly sessions: number;
  readonly steps: number;
  /** From when the copy is that was merged in, epoch milliseconds; null where there was none. */
  readonly backupMadeAt: number | null;
}

/**
 * The archive's file and what is done when something is the matter with it: a damaged one is restored where that is
 * ours to do, else answers come from what can still be read.
 */
export class GuardedFile {
  readonly #file: ArchiveFile;
  readonly #driver: SqliteDriver;
  readonly #options: GuardedFileOptions;
  /** What can still be read, while the file itself cannot. */
  #remains: Remains | undefined;
  /** The file that was found not to be behind its copies. */
  #compared: string | undefined;
  #reading: ArchiveProblem | null = null;
  #writing: ArchiveProblem | null = null;
  /** Set when the archive was restored, until someone has read it. */
  #restoration: Restoration | null = null;

  constructor(path: string, driver: SqliteDriver, options: GuardedFileOptions) {
    this.#driver = driver;
    this.#options = options;
    const { write, migrations } = options;
    this.#file = new ArchiveFile(path, driver, { write, migrations });
  }

  /** Why the last change, or the last question, had to do without the file. */
  get problem(): ArchiveProblem | null {
    return this.#writing ?? this.#reading;
  }

  get file(): ArchiveFile {
    return this.#file;
  }

  takeRestoration(): Restoration | null {
    const restoration = this.#restoration;
    this.#restoration = null;
    return restoration;
  }

  /**
   * Asks the file, or else what is left of it. Undefined where nothing can be read.
   * @param otherwise the same question to the remains of a damaged file
   */
  ask<T>(question: Question<T>, otherwise: (remains: Remains) => T): T | undefined {
    try {
      const answer = this.#mending(() => this.#file.read(question));
      this.#remains = undefined;
      this.#reading = this.#file.isNewer ? new ArchiveProblem('newer') : null;
      return answer;
    } catch (error) {
      this.#reading = this.#given(error);
      return this.#remains && otherwise(this.#remains);
    }
  }

  /** Changes the file in one transaction. @returns what `change` returns; undefined where nothing could be written */
  change<T>(change: (archive: WritableConnection) => T): T | undefined {
    return this.#write(() => this.#file.write(change));
  }

  /** Works on the whole file outside of a transaction; as `change`. */
  maintain<T>(work: (archive: WritableConnection) => T): T | undefined {
    return this.#write(() => this.#file.maintain(work));
  }

  close(): void {
    this.#file.close();
  }

  #write<T>(work: () => T): T | undefined {
    try {
      const result = this.#mending(work);
      this.#writing = null;
      return result;
    } catch (error) {
      this.#writing = this.#given(error);
      return undefined;
    }
  }

  /** Once more, where what was damaged could be restored. */
  #mending<T>(work: () => T): T {
    try {
      this.#compareWithCopies();
      return work();
    } catch (error) {
      // What is not understood of another version's archive is no damage.
      if (this.#file.isNewer) throw new ArchiveProblem('newer', { cause: error });
      if (this.#problemOf(error).code !== 'damaged') throw error;
      this.#restore();
      return work();
    }
  }

  /**
   * An archive that its own copy is ahead of, or that is gone while a copy is there, has lost something. One in another
   * place is of no account for being newer.
   */
  #compareWithCopies(): void {
    const identity = fileIdentity(this.#file.path);
    if (identity !== undefined && identity === this.#compared) return;
    const { backup, others } = this.#options;
    const isGone = identity === undefined;
    if (isGone && [backup, ...others].some((path) => fileIdentity(path) !== undefined))
      throw new ArchiveProblem('damaged');
    const copied = this.#lastChangeOf(backup);
    if (copied !== undefined && copied > (this.#file.read(lastChange) ?? 0))
      throw new ArchiveProblem('damaged');
    this.#compared = identity;
  }

  #lastChangeOf(path: string): number | undefined {
    const copy = new ArchiveFile(path, this.#driver, { ...this.#options, write: false });
    try {
      return copy.read(lastChange);
    } catch {
      return undefined; // It is replaced by the next one.
    } finally {
      copy.close();
    }
  }

  /** @throws ArchiveProblem `damaged` where that is left to another process, or what is in the way of it */
  #restore(): void {
    this.#file.close();
    const { write, backup, others, migrations = MIGRATIONS } = this.#options;
    if (!this.#remains || write) this.#remains = this.#collect([this.#file.path, backup, ...others]);
    if (!write) throw new ArchiveProblem('damaged');
    const madeAt = backupMadeAt(backup) ?? null;
    const setAside = restore(this.#file.path, this.#remains, this.#driver, migrations);
    const { sessions, steps } = this.#remains;
    // An archive that only comes from its former place is not a damaged one.
    if (setAside !== null || madeAt !== null)
      this.#restoration = { setAside, sessions: sessions.size, steps: steps.size, backupMadeAt: madeAt };
    this.#remains = undefined;
  }

  #collect(paths: readonly string[]): Remains {
    const remains = new Remains();
    for (const path of paths) {
      try {
        remains.addFile(path);
      } catch {
        // What may not be read helps nobody.
      }
    }
    return remains;
  }

  #given(error: unknown): ArchiveProblem {
    this.#file.close();
    return this.#problemOf(error);
  }

  /** @throws what is no problem of the file, but of the program */
  #problemOf(error: unknown): ArchiveProblem {
    const problem = problemOf(error, this.#driver);
    if (!problem) throw error;
    // By a flag in a damaged header SQLite takes any file for read-only.
    return problem.code === 'read-only' && this.#options.write && isWritable(this.#file.path)
      ? new ArchiveProblem('damaged', { cause: error })
      : problem;
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
