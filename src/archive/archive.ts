import type { SqliteConnection, SqliteDriver } from '../hermes/sqlite/driver.ts';
import { ArchiveFile, type ArchiveFileOptions } from './archiveFile.ts';
import { ArchiveProblem, problemOf } from './archiveProblem.ts';
import { type Memos, storedMemos } from './memoTable.ts';
import { type Run, storedRuns } from './runTable.ts';
import type { SessionRecord } from './sessionRecord.ts';
import { bookmarkOf, lastChange, sessionsSince } from './sessionTable.ts';
import { mergeSteps, type Step, stepKey } from './step.ts';
import { storedSteps } from './stepTable.ts';
import { type ArchiveChanges, Unsaved } from './unsaved.ts';

/** What other processes have written since this one last looked. */
export type TakenOver =
  | { readonly kind: 'nothing' }
  /** These sessions; steps, runs and memos perhaps. */
  | { readonly kind: 'sessions'; readonly records: readonly SessionRecord[] }
  /** Sessions were forgotten, or the file is another one: everything is to be loaded anew. */
  | { readonly kind: 'all' };

/**
 * What is remembered of every session though Hermes forgets it. Nothing here throws for what is the matter with the
 * file: what cannot be written is remembered in this object and written with what comes next, `problem` says why.
 * To be written by the holder of the scan lock only; read by anyone.
 */
export class Archive {
  readonly path: string;
  readonly #driver: SqliteDriver;
  readonly #file: ArchiveFile;
  readonly #mayWrite: boolean;
  readonly #unsaved = new Unsaved();
  #seen: Seen | undefined;
  #problem: ArchiveProblem | null = null;

  constructor(path: string, driver: SqliteDriver, options: ArchiveFileOptions) {
    this.path = path;
    this.#driver = driver;
    this.#mayWrite = options.write;
    this.#file = new ArchiveFile(path, driver, options);
  }

  /** Why the last question or change had to do without the file; null while all is well. */
  get problem(): ArchiveProblem | null {
    return this.#problem;
  }

  /** Every session, by id. */
  load(): Map<string, SessionRecord> {
    const records = new Map<string, SessionRecord>();
    this.#ask((archive) => {
      records.clear();
      const seen = this.#look(archive);
      for (const record of sessionsSince(archive, 0)) {
        // An index that lost an entry lets a session in twice.
        if (records.has(record.id)) throw new ArchiveProblem('damaged');
        records.set(record.id, record);
      }
      this.#seen = seen;
    });
    for (const [id, { record }] of this.#unsaved.sessions) records.set(id, record);
    return records;
  }

  /** A cheap look: what have others written since the last `load` or `takeOver`? */
  takeOver(): TakenOver {
    const taken = this.#ask((archive): TakenOver => {
      const before = this.#seen;
      const seen = this.#look(archive);
      if (before && seen.version === before.version) return { kind: 'nothing' };
      if (!before || seen.identity !== before.identity || seen.epoch !== before.epoch) return { kind: 'all' };
      const records = [...sessionsSince(archive, before.change)];
      this.#seen = seen;
      return { kind: 'sessions', records };
    });
    return taken ?? { kind: 'nothing' };
  }

  /**
   * Remembers, in one transaction, together with what could not be written before.
   * @returns why it is remembered in memory only; null once it is written
   */
  save(changes: ArchiveChanges): ArchiveProblem | null {
    this.#unsaved.add(changes);
    if (!this.#mayWrite || this.#unsaved.isEmpty) return this.#problem;
    try {
      this.#file.write((archive) => {
        const before = lastChange(archive);
        const last = this.#unsaved.writeTo(archive);
        // Where others have written meanwhile, what they wrote is still to be taken over.
        if (this.#seen?.change === before) this.#seen = { ...this.#seen, change: last };
      });
      this.#unsaved.clear();
      this.#problem = null;
    } catch (error) {
      this.#problem = this.#problemOf(error);
    }
    return this.#problem;
  }

  /** Where the counting of a session stopped, to go on from; undefined without such a place. */
  bookmark(id: string): unknown {
    const unsaved = this.#unsaved.sessions.get(id)?.bookmark;
    if (unsaved !== undefined) return unsaved ?? undefined;
    return this.#ask((archive) => bookmarkOf(archive, id));
  }

  /** Every unlock and tier-up, in the order in which they were recorded. */
  steps(): Step[] {
    const steps = new Map(this.#ask(storedSteps)?.map((step) => [stepKey(step), step]));
    for (const [key, step] of this.#unsaved.steps) {
      const known = steps.get(key);
      steps.set(key, known ? mergeSteps(known, step) : step);
    }
    return [...steps.values()];
  }

  /** The last hundred scans at most, latest last, and how many there ever were. */
  runs(): { readonly count: number; readonly last: readonly Run[] } {
    const stored = this.#ask(storedRuns) ?? [];
    const unsaved = this.#unsaved.runs;
    return { count: (stored.at(-1)?.number ?? 0) + unsaved.length, last: [...stored, ...unsaved] };
  }

  memos(): Memos {
    return { ...this.#ask(storedMemos), ...this.#unsaved.memos };
  }

  /** Differs once another connection has committed; for comparing with an earlier answer of this object. */
  get version(): string | undefined {
    try {
      return this.#file.version();
    } catch {
      return undefined;
    }
  }

  forgetGone(): number | undefined {
    return undefined;
  }

  forgetSteps(): number | undefined {
    return undefined;
  }

  close(): void {
    this.#file.close();
  }

  #ask<T>(question: (archive: SqliteConnection) => T): T | undefined {
    try {
      return this.#file.read(question);
    } catch (error) {
      this.#problem = this.#problemOf(error);
      this.#file.close();
      return undefined;
    }
  }

  /** @throws what is no problem of the file, but of the program */
  #problemOf(error: unknown): ArchiveProblem {
    const problem = problemOf(error, this.#driver);
    if (!problem) throw error;
    return problem;
  }

  #look(archive: SqliteConnection): Seen {
    const version = this.#file.version();
    const identity = this.#file.identity;
    return { version, identity, epoch: storedMemos(archive).epoch, change: lastChange(archive) };
  }
}

/** The archive as it was when somebody last looked. */
interface Seen {
  readonly version: string | undefined;
  readonly identity: string | undefined;
  readonly epoch: number | undefined;
  readonly change: number;
}
