import { dirname, join } from 'node:path';
import type { SqliteConnection, SqliteDriver, SqlValue } from '../hermes/sqlite/drivers/driver.ts';
import { ArchiveProblem } from './file/archiveProblem.ts';
import { BACKUP_FILE } from './file/backup.ts';
import { type Care, careFor } from './file/care.ts';
import { GuardedFile, type Restoration } from './file/guardedFile.ts';
import { forgetEverywhere } from './forget.ts';
import type { Migration } from './schema.ts';
import type { SessionRecord } from './session/record.ts';
import { type Memos, storedMemos } from './tables/memos.ts';
import { type Run, type StoredRun, storedRuns } from './tables/runs.ts';
import {
  bookmarkOf,
  countSessions,
  forgetGoneSessions,
  lastChange,
  sessionOf,
  sessionsSince,
} from './tables/sessions.ts';
import { forgetStoredSteps, storedSteps } from './tables/steps.ts';
import type { Step } from './unlocks/step.ts';
import { type ArchiveChanges, Unsaved } from './unsaved.ts';
import { ArchivedUsage, type Look } from './usage/archivedUsage.ts';

export interface ArchiveOptions {
  /** False: nothing is written; whoever has not the scan lock must ask for that. */
  readonly write: boolean;
  /** Archives of the same home in another place: what they hold is used where this one is damaged. */
  readonly others?: readonly string[];
  /** A test's own. */
  readonly migrations?: readonly Migration[];
}

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
  readonly #guarded: GuardedFile;
  readonly #mayWrite: boolean;
  /** Every other file that may hold what this one holds. */
  readonly #copies: { readonly backup: string; readonly others: readonly string[] };
  readonly #unsaved = new Unsaved();
  /** What sessions used. */
  readonly usage: ArchivedUsage;
  #seen: Seen | undefined;

  constructor(path: string, driver: SqliteDriver, { write, others = [], migrations }: ArchiveOptions) {
    this.path = path;
    this.#driver = driver;
    this.#mayWrite = write;
    this.#copies = { backup: join(dirname(path), BACKUP_FILE), others };
    this.#guarded = new GuardedFile(path, driver, { write, migrations, ...this.#copies });
    this.usage = new ArchivedUsage(
      this.#guarded,
      () => this.#unsaved.usage,
      (archive) => this.#look(archive),
    );
  }

  /** Why the last question or change had to do without the file; null while all is well. */
  get problem(): ArchiveProblem | null {
    return this.#guarded.problem;
  }

  /** What was restored of a damaged archive since this was last asked: the user is to be told. */
  takeRestoration(): Restoration | null {
    return this.#guarded.takeRestoration();
  }

  /** Every session, by id. */
  load(): Map<string, SessionRecord> {
    const stored = this.#guarded.ask(
      (archive, isNewer) => {
        const seen = this.#look(archive);
        const records = new Map<string, SessionRecord>();
        let count = 0;
        for (const record of sessionsSince(archive, 0, isNewer)) {
          records.set(record.id, record);
          // An index that lost an entry lets a session in twice.
          if (records.size !== ++count) throw new ArchiveProblem('damaged');
        }
        const isQuiet = seen.version === this.#look(archive).version;
        if (isQuiet && !isNewer && countSessions(archive) !== count) throw new ArchiveProblem('damaged');
        this.#seen = seen;
        return records;
      },
      ({ sessions }) => new Map([...sessions.values()].map(({ record }) => [record.id, record])),
    );
    const records = stored ?? new Map<string, SessionRecord>();
    for (const [id, { record }] of this.#unsaved.sessions) records.set(id, record);
    return records;
  }

  /** A cheap look: what have others written since the last `load` or `takeOver`? */
  takeOver(): TakenOver {
    const look = (archive: SqliteConnection, isNewer: boolean): TakenOver => {
      const before = this.#seen;
      const seen = this.#look(archive);
      if (before && seen.version === before.version) return { kind: 'nothing' };
      if (!before || seen.identity !== before.identity || seen.epoch !== before.epoch) return { kind: 'all' };
      const records = [...sessionsSince(archive, before.change, isNewer)];
      this.#seen = seen;
      return { kind: 'sessions', records };
    };
    return this.#guarded.ask(look, () => NOTHING) ?? NOTHING;
  }

  /**
   * Remembers, in one transaction, together with what could not be written before.
   * @returns why it is remembered in memory only; null once it is written
   */
  save(changes: ArchiveChanges): ArchiveProblem | null {
    this.saveLater(changes);
    if (this.#unsaved.isEmpty) return null;
    if (!this.#mayWrite) return this.problem;
    const written = this.#guarded.change((archive) => {
      const before = lastChange(archive);
      return { before, last: this.#unsaved.writeTo(archive) };
    });
    if (!written) return this.problem;
    this.#unsaved.clear();
    // Where others have written meanwhile, what they wrote is still to be taken over.
    if (this.#seen?.change === written.before) this.#seen = { ...this.#seen, change: written.last };
    // What was written into one that held nothing is all that there is in it.
    if (!this.#seen && written.before === 0)
      this.#seen = this.#guarded.ask(
        (archive) => this.#look(archive),
        () => undefined,
      );
    return null;
  }

  /** Remembers with the next change that is saved: for what is not worth a transaction of its own. */
  saveLater(changes: ArchiveChanges): void {
    this.#unsaved.add(changes);
  }

  /** One session; undefined for one that is not remembered. */
  session(id: string): SessionRecord | undefined {
    const unsaved = this.#unsaved.sessions.get(id)?.record;
    if (unsaved) return unsaved;
    return this.#guarded.ask(
      (archive, isNewer) => sessionOf(archive, id, isNewer),
      () => undefined,
    );
  }

  /** Where the counting of a session stopped, to go on from; undefined without such a place. */
  bookmark(id: string): unknown {
    const unsaved = this.#unsaved.sessions.get(id)?.bookmark;
    if (unsaved !== undefined) return unsaved ?? undefined;
    return this.#guarded.ask(
      (archive) => bookmarkOf(archive, id),
      () => undefined,
    );
  }

  /** Every unlock and tier-up, in the order in which they were recorded. */
  steps(): Step[] {
    return this.#unsaved.stepsAfter(this.#guarded.ask(storedSteps, ({ steps }) => [...steps.values()]) ?? []);
  }

  /** The last hundred scans at most, latest last, and how many there ever were. */
  runs(): { readonly count: number; readonly last: readonly Run[] } {
    const stored = this.#guarded.ask<StoredRun[]>(storedRuns, ({ runs }) => [...runs.values()]) ?? [];
    return this.#unsaved.runsAfter(stored);
  }

  memos(): Memos {
    const stored = this.#guarded.ask(storedMemos, ({ memos }) => memos);
    const [reading] = this.#unsaved.usage;
    return { ...(reading ? { usage: reading.at } : {}), ...stored, ...this.#unsaved.memos };
  }

  /**
   * Forgets the sessions that are gone, for good: in the copies as well.
   * @returns how many; undefined where they cannot be forgotten, `problem` says why
   */
  forgetGone(): number | undefined {
    const unsaved = this.#unsaved.forgetGone();
    const gone = new Set<SqlValue>(); // filled by the archive: its copies may be from before they were gone
    const forgotten = forgetEverywhere(this.#guarded, this.#driver, this.#copies, (archive) =>
      forgetGoneSessions(archive, gone),
    );
    return forgotten === undefined && this.#mayWrite ? undefined : Math.max(forgotten ?? 0, unsaved);
  }

  /** Forgets every step, and nothing else; as `forgetGone`. */
  forgetSteps(): number | undefined {
    const unsaved = this.#unsaved.steps.size;
    this.#unsaved.steps.clear();
    const forgotten = forgetEverywhere(this.#guarded, this.#driver, this.#copies, forgetStoredSteps);
    return forgotten === undefined && this.#mayWrite ? undefined : Math.max(forgotten ?? 0, unsaved);
  }

  /**
   * Once a day: looks the whole archive over, restores it where it is damaged, and copies it. To be called when nobody
   * waits, by the holder of the scan lock.
   * @param now epoch milliseconds
   */
  care(now = Date.now()): Care {
    return this.#mayWrite
      ? careFor(this.#guarded, this.#driver, this.#copies.backup, now)
      : { kind: 'nothing' };
  }

  /** Differs once another connection has committed; for comparing with an earlier answer of this object. */
  get version(): string | undefined {
    const { file } = this.#guarded;
    return this.#guarded.ask(
      (archive) => `${file.state(archive).identity} ${file.state(archive).version}`,
      () => 'damaged',
    );
  }

  close(): void {
    this.#guarded.close();
  }

  #look(archive: SqliteConnection): Seen {
    const { version, identity } = this.#guarded.file.state(archive);
    const { epoch } = storedMemos(archive);
    // What somebody has forgotten meanwhile must not come back from here.
    if (this.#seen && this.#seen.epoch !== epoch) {
      this.#unsaved.steps.clear();
      this.#unsaved.usage = [];
    }
    return { version, identity, epoch, change: lastChange(archive) };
  }
}

const NOTHING: TakenOver = { kind: 'nothing' };

/** The archive as it was when somebody last looked. */
interface Seen extends Look {
  readonly version: string;
}
