import { setTimeout as sleep } from 'node:timers/promises';
import { type CheckpointEntry, withoutBookmark } from '../files/checkpointEntry.ts';
import type { ScanMeta } from '../files/snapshot.ts';
import { HermesDatabaseError } from '../hermes/databaseError.ts';
import type { SessionDatabase } from '../hermes/sessionDatabase.ts';
import type { SqliteDriver } from '../hermes/sqlite/driver.ts';
import { sessionOf } from './analysis/facts.ts';
import { analyseAll } from './analysts.ts';
import { AnalystThread } from './analystThread.ts';
import type { Assignment } from './assignment.ts';
import { CancelFlag } from './cancelFlag.ts';
import { CheckpointKeeper } from './checkpointKeeper.ts';
import { examineInARow, type Finding } from './finding.ts';
import { HistoryFile } from './historyFile.ts';
import { Ledger } from './ledger.ts';
import type { OwnFiles } from './ownFiles.ts';
import { makePlan, type Plan } from './plan.ts';
import type { ScannerVoice } from './scannerVoice.ts';
import type { ScanRun } from './scanRun.ts';
import { ScanTally } from './scanTally.ts';
import { Unsettled } from './unsettled.ts';
import type { ScanWorkerOptions } from './worker/protocol.ts';

/** How often a scan starts over because the file was replaced or rewritten under it, before it gives up. */
const MAX_RESTARTS = 5;
/** How long it is left alone before the next attempt, times the attempts made. */
const RESTART_PAUSE_MS = 40;
/** A file of this size holds enough rows for a second thread, which is started before they are counted. */
const BYTES_WORTH_A_THREAD = 32 * 1024 * 1024;

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
  readonly #unsettled = new Unsettled();
  #ledger: Ledger | undefined;
  /** Entries of the checkpoint that no scan has looked at yet. */
  #remembered = new Map<string, CheckpointEntry>();
  /** The ledger knows all that the checkpoint could tell. */
  #isCheckpointKnown = false;

  constructor(options: ScanWorkerOptions, driver: SqliteDriver, files: OwnFiles, voice: ScannerVoice) {
    this.#options = options;
    this.#voice = voice;
    this.#files = files;
    this.#cancel = new CancelFlag(options.cancelMemory);
    this.#history = new HistoryFile(options.home, driver);
    this.checkpoint = new CheckpointKeeper(files);
  }

  /** Nothing was written since the last scan; costs microseconds. */
  isUnchanged(): boolean {
    try {
      return this.#history.isUnchanged();
    } catch {
      return false; // the scan that follows finds out why
    }
  }

  /** @throws HermesDatabaseError when there is nothing that could be read */
  assertReadable(): void {
    try {
      this.#history.open();
    } catch (error) {
      if (!isChanged(error)) throw error; // what changes at this moment can be read at the next
    }
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
        if (!isChanged(error) || attempt === MAX_RESTARTS) throw error;
        this.#history.close();
        this.#cancel.throwIfRaised();
        await sleep(RESTART_PAUSE_MS * attempt);
      }
    }
  }

  forget(): void {
    this.#ledger = undefined;
    this.#remembered.clear();
    this.#isCheckpointKnown = false;
    this.checkpoint.forget();
    this.#history.forget();
  }

  close(): void {
    this.#history.close();
  }

  async #attempt(run: ScanRun, onChunk: (ledger: Ledger, meta: ScanMeta) => void): Promise<ScannedHistory> {
    const ledger = await this.#knownLedger(run.full);
    const second = this.#secondThread();
    try {
      const knowsNothing = ledger.countedSessions === 0 && this.#remembered.size === 0;
      if ((run.full || knowsNothing) && this.#history.bytes() >= BYTES_WORTH_A_THREAD) second?.start();
      return await this.#scanInto(ledger, run, second, onChunk);
    } finally {
      await second?.end();
    }
  }

  async #scanInto(
    ledger: Ledger,
    run: ScanRun,
    second: AnalystThread | undefined,
    onChunk: (ledger: Ledger, meta: ScanMeta) => void,
  ): Promise<ScannedHistory> {
    const unsettled = this.#unsettled.begin();
    const { database, changes, settle } = this.#history.look({ all: run.full, unsettled });
    const plan = makePlan({
      changes,
      mode: this.#options.historyMode,
      full: run.full,
      known: (id) => ledger.get(id) ?? this.#remembered.get(id),
      knownIds: ledger.ids(),
      complete: (header, rows) => readable(() => sessionOf(database, header, rows)),
    });
    this.checkpoint.follow(ledger, changes.isListed);
    this.#apply(plan, ledger);
    const tally = new ScanTally(run, plan, this.#options.historyMode, this.#voice, (meta) =>
      onChunk(ledger, meta),
    );
    tally.begin();
    const isStill = () => isAt(database, changes.dataVersion);
    second?.shareSightings(isStill);
    await this.#analyse(database, plan, ledger, tally, second);
    const wasStill = isStill();
    this.#remembered.clear();
    this.#isCheckpointKnown = true;
    return {
      ledger,
      meta: tally.finish(ledger.countedSessions),
      settle: () => {
        settle();
        this.#unsettled.settle(wasStill);
      },
    };
  }

  async #knownLedger(full: boolean): Promise<Ledger> {
    if (!full && !this.#isCheckpointKnown) {
      this.#remembered = await this.#files.loadCheckpoint();
      this.#isCheckpointKnown = true;
    }
    this.#ledger ??= new Ledger(this.#options.historyMode);
    return this.#ledger;
  }

  #apply(plan: Plan, ledger: Ledger): void {
    for (const id of plan.gone) {
      ledger.remove(id);
      this.checkpoint.changed();
    }
    for (const { id, entry, archived } of plan.reuse) ledger.put(id, entry, archived);
  }

  async #analyse(
    database: SessionDatabase,
    plan: Plan,
    ledger: Ledger,
    tally: ScanTally,
    second: AnalystThread | undefined,
  ): Promise<void> {
    const { historyMode } = this.#options;
    const sink = {
      found: (finding: Finding): void => {
        this.#enter(finding, ledger);
        tally.count(finding);
      },
      helperLost: (reason: string): void =>
        this.#voice.log('warn', `The scan goes on in one thread: ${reason}`),
      breathe: () => this.checkpoint.saveWhileScanning(),
    };
    const examine = (assignments: Iterable<Assignment>): Finding[] =>
      examineInARow(database, assignments, historyMode, this.#cancel);
    try {
      await analyseAll(plan.analyse, examine, sink, second);
    } catch (error) {
      await this.checkpoint.flush();
      throw error;
    }
    const { unreadableReason } = tally;
    if (unreadableReason !== undefined && ledger.countedSessions === 0) {
      throw new HermesDatabaseError('corrupt', unreadableReason);
    }
    // A file that was put in its place meanwhile would be known only by the next scan, and half by this one.
    if (!database.isSameFile())
      throw new HermesDatabaseError('changed', 'The history was replaced while it was read');
  }

  #enter(finding: Finding, ledger: Ledger): void {
    if (finding.kind === 'analysed') {
      const { id, entry, archived, asSeen } = finding.analysis;
      ledger.put(id, entry, archived);
      this.#unsettled.analysed(id, asSeen);
    } else if (finding.kind === 'vanished') {
      ledger.remove(finding.id);
    } else {
      const known = ledger.get(finding.id) ?? this.#remembered.get(finding.id);
      // Nothing can be gone on with. An archived session is never analysed where that matters.
      if (known) ledger.put(finding.id, withoutBookmark(known), false);
      return;
    }
    this.checkpoint.changed();
  }

  /** A second thread, not started yet, where one may be used. */
  #secondThread(): AnalystThread | undefined {
    const { threads, workerFile, home, historyMode, cancelMemory } = this.#options;
    return threads < 2
      ? undefined
      : new AnalystThread(workerFile, { role: 'analyse', home, historyMode, cancelMemory });
  }
}

function isChanged(error: unknown): boolean {
  return error instanceof HermesDatabaseError && error.code === 'changed';
}

/** Nothing was written since; false where that cannot be told. */
function isAt(database: SessionDatabase, dataVersion: number): boolean {
  try {
    return database.dataVersion() === dataVersion;
  } catch {
    return false;
  }
}

/** Undefined instead of an error for what stands on a damaged page; analysing the session will tell. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof HermesDatabaseError && error.code === 'corrupt') return undefined;
    throw error;
  }
}
