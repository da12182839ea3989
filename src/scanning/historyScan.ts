import type { CheckpointEntry } from '../files/checkpointEntry.ts';
import type { ScanMeta } from '../files/snapshot.ts';
import { HermesDatabaseError } from '../hermes/databaseError.ts';
import type { SqliteDriver } from '../hermes/sqlite/driver.ts';
import { type Analysis, analyseSession, sessionOf } from './analyse.ts';
import { analyseAll } from './analysts.ts';
import { CancelFlag } from './cancelFlag.ts';
import { CheckpointKeeper } from './checkpointKeeper.ts';
import { HistoryFile } from './historyFile.ts';
import { Ledger } from './ledger.ts';
import type { OwnFiles } from './ownFiles.ts';
import { makePlan, type Plan } from './plan.ts';
import type { ScannerVoice } from './scannerVoice.ts';
import type { ScanRun } from './scanRun.ts';
import { ScanTally } from './scanTally.ts';
import type { ScanWorkerOptions } from './worker/protocol.ts';

/** How often a scan starts over because the file was replaced or rewritten under it, before it gives up. */
const MAX_RESTARTS = 5;

/** What a scan of the history leaves behind. */
export interface ScannedHistory {
  readonly ledger: Ledger;
  readonly meta: ScanMeta;
  /** Marks what was read as read, once everything that follows from it is safe. */
  readonly settle: () => void;
}

/**
 * Keeps a ledger up to date with the history: finds what changed, reuses what still holds, analyses the rest. What
 * was analysed before a scan was stopped is not analysed again.
 */
export class HistoryScan {
  readonly checkpoint: CheckpointKeeper;
  readonly #options: ScanWorkerOptions;
  readonly #voice: ScannerVoice;
  readonly #files: OwnFiles;
  readonly #cancel: CancelFlag;
  readonly #history: HistoryFile;
  #ledger: Ledger | undefined;
  /** Entries of the checkpoint that no scan has looked at yet. */
  #remembered = new Map<string, CheckpointEntry>();

  constructor(options: ScanWorkerOptions, driver: SqliteDriver, files: OwnFiles, voice: ScannerVoice) {
    this.#options = options;
    this.#voice = voice;
    this.#files = files;
    this.#cancel = new CancelFlag(options.cancelMemory);
    this.#history = new HistoryFile(options.home, driver);
    this.checkpoint = new CheckpointKeeper(files);
  }

  /** Nothing was written since the last scan; costs microseconds. @throws HermesDatabaseError */
  isUnchanged(): boolean {
    return this.#history.isUnchanged();
  }

  /** @throws HermesDatabaseError when there is nothing that could be read */
  assertReadable(): void {
    this.#history.open();
  }

  /**
   * @param onChunk called now and then with what is known so far
   * @throws HermesDatabaseError, ScanCancelled
   */
  async run(run: ScanRun, onChunk: (ledger: Ledger, meta: ScanMeta) => void): Promise<ScannedHistory> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(run, onChunk);
      } catch (error) {
        const changed = error instanceof HermesDatabaseError && error.code === 'changed';
        if (!changed || attempt === MAX_RESTARTS) throw error;
        this.#history.close();
      }
    }
  }

  forget(): void {
    this.#ledger = undefined;
    this.#remembered.clear();
    this.checkpoint.forget();
    this.#history.forget();
  }

  close(): void {
    this.#history.close();
  }

  async #attempt(run: ScanRun, onChunk: (ledger: Ledger, meta: ScanMeta) => void): Promise<ScannedHistory> {
    const ledger = await this.#knownLedger(run.full);
    const { database, finder } = this.#history.open();
    const markSeen = this.#history.watermark();
    const { changes, settle } = finder.look(database);
    const plan = makePlan({
      changes,
      mode: this.#options.historyMode,
      full: run.full,
      known: (id) => ledger.get(id) ?? this.#remembered.get(id),
      complete: (header, rows) => sessionOf(database, header, rows),
    });
    const listed = new Set(changes.headers.map(({ id }) => id));
    this.checkpoint.follow(ledger, (id) => listed.has(id));
    this.#apply(plan, ledger);
    const tally = new ScanTally(run, plan, this.#options.historyMode, this.#voice, (meta) =>
      onChunk(ledger, meta),
    );
    tally.begin();
    await this.#analyse(plan, ledger, tally);
    this.#remembered.clear();
    return {
      ledger,
      meta: tally.finish(ledger.countedSessions),
      settle: () => {
        settle();
        markSeen();
      },
    };
  }

  async #knownLedger(full: boolean): Promise<Ledger> {
    if (!this.#ledger) {
      if (!full) this.#remembered = await this.#files.loadCheckpoint();
      this.#ledger = new Ledger(this.#options.historyMode);
    }
    return this.#ledger;
  }

  #apply(plan: Plan, ledger: Ledger): void {
    for (const id of plan.gone) {
      ledger.remove(id);
      this.checkpoint.changed();
    }
    for (const { id, entry, archived } of plan.reuse) ledger.put(id, entry, archived);
  }

  async #analyse(plan: Plan, ledger: Ledger, tally: ScanTally): Promise<void> {
    const { database } = this.#history.open();
    const { historyMode } = this.#options;
    const sink = {
      analysed: (analysis: Analysis): void => {
        ledger.put(analysis.id, analysis.entry, analysis.archived);
        this.checkpoint.changed();
        tally.analysed(analysis);
      },
      vanished: (id: string): void => {
        ledger.remove(id);
        this.checkpoint.changed();
        tally.vanished(id);
      },
      breathe: () => this.checkpoint.saveWhileScanning(),
    };
    try {
      await analyseAll(
        plan.analyse,
        (assignment) => {
          this.#cancel.throwIfRaised();
          return analyseSession(database, assignment, historyMode, this.#cancel);
        },
        sink,
        this.#helper(),
      );
    } catch (error) {
      await this.checkpoint.flush();
      throw error;
    }
  }

  /** A second thread, where one is wanted. */
  #helper(): Parameters<typeof analyseAll>[3] {
    const { threads, workerFile, home, historyMode, cancelMemory } = this.#options;
    return threads < 2
      ? undefined
      : { file: workerFile, options: { role: 'analyse', home, historyMode, cancelMemory } };
  }
}
