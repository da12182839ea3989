import { randomUUID } from 'node:crypto';
import { detectUnlocks, type UnlockNews } from '../../badges/unlocks/detect.ts';
import { dayOfTier } from '../../badges/unlocks/reached.ts';
import { ASSUMED_GENERATION } from '../../files/shared/dashboardGeneration.ts';
import type { ScanMeta, Snapshot } from '../../files/shared/snapshot.ts';
import { unlockMoment } from '../../files/shared/unlockEntry.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import { inEnglish } from '../../words/problem.ts';
import type { MaybeUsed } from '../changes/usage.ts';
import { nowSeconds } from '../clock.ts';
import { errorEvent } from '../events.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { Memory } from '../ledger/memory.ts';
import { RememberedLedger } from '../ledger/remembered.ts';
import { OwnFiles } from '../ownFiles/ownFiles.ts';
import { publish } from '../publishing/publish.ts';
import { UnlockRecorder } from '../publishing/unlockRecorder.ts';
import type { Answer, AnswerTo, Question } from '../questions.ts';
import { CancelFlag, ScanCancelled } from '../worker/cancelFlag.ts';
import type { ScanOutcome, ScanWorkerOptions } from '../worker/protocol.ts';
import { errorOrigin, scanProblem } from '../worker/scanProblem.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import { answerTo } from './answers.ts';
import { countingOf } from './counting.ts';
import { forgetDeletedSessions, resetUnlocks } from './forgetting.ts';
import { HistoryScan } from './historyScan.ts';
import { LatestSnapshot } from './latest.ts';
import type { ScanRun } from './request.ts';
import { RunLog } from './runLog.ts';
import { Turns } from './turns.ts';
import { UsageBook } from './usage/book.ts';

/**
 * Answers requests for scans of one home, in its own thread. At most one scan runs over all windows and processes:
 * who finds another at work waits and takes what that one published.
 */
export class Scanner {
  readonly #options: ScanWorkerOptions;
  readonly #voice: ScannerVoice;
  readonly #cancel: CancelFlag;
  readonly #files: OwnFiles;
  readonly #unlocks: UnlockRecorder;
  readonly #memory: Memory;
  readonly #history: HistoryScan;
  readonly #usage: UsageBook;
  readonly #latest: LatestSnapshot;
  readonly #turns: Turns;
  readonly #remembered = new RememberedLedger();
  readonly #runs: RunLog;
  #remembering: Promise<void> = Promise.resolve();

  constructor(options: ScanWorkerOptions, driver: SqliteDriver, voice: ScannerVoice) {
    this.#options = options;
    this.#voice = voice;
    this.#cancel = new CancelFlag(options.cancelMemory);
    this.#files = new OwnFiles(options.home, options, driver, voice);
    this.#unlocks = new UnlockRecorder(this.#files, voice);
    this.#memory = new Memory(this.#files.archives, this.#files.warning);
    this.#history = new HistoryScan(options, driver, this.#memory, voice);
    this.#usage = new UsageBook(this.#history, this.#files.archives, voice);
    this.#latest = new LatestSnapshot(this.#files.published, options.historyMode);
    this.#runs = new RunLog(this.#files, this.#memory);
    this.#turns = new Turns(this.#files.right, this.#cancel);
  }

  /** One scan. Never rejects: what went wrong is in the outcome, and was told as an event. */
  async scan(full: boolean): Promise<ScanOutcome> {
    const startedAt = performance.now();
    const requestedAt = nowSeconds();
    const id = randomUUID();
    try {
      this.#cancel.throwIfRaised();
      const snapshot =
        (!full && (await this.#unchanged(id, requestedAt, startedAt))) ||
        (await this.#inTurn({ id, full, requestedAt, startedAt, first: await this.#latest.isMissing() }));
      return { ok: true, snapshot };
    } catch (error) {
      return this.#failed(error, id, requestedAt, startedAt);
    }
  }

  /** The snapshot on disk, whoever wrote it. */
  async load(): Promise<Snapshot | null> {
    return (await this.#files.published.read()) ?? null;
  }

  /** Writes down what is only in memory. */
  async flush(): Promise<void> {
    await this.#memory.commit();
    await this.care();
  }

  /** What is due once a day, and may take a moment; nothing while another scans. */
  async care(): Promise<void> {
    const { place, archives } = this.#files;
    if (await place.isInUse()) await this.#turns.takeIfFree(() => archives.care());
  }

  /** Reads what is remembered, and starts nothing. */
  async ask<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked>>;
  ask(question: Question): Promise<Answer> {
    return answerTo(question, {
      archives: this.#files.archives,
      unlocks: this.#unlocks,
      history: this.#history,
      usage: this.#usage,
      ledger: () => this.#ledgerAtHand(),
      // Whoever asks because a scan is done asks for what that scan has seen; should it fail, the scan says so.
      remembering: () => this.#remembering.catch(() => undefined),
    });
  }

  /** What nobody has announced yet, for the asker to announce. @throws ScanCancelled */
  claimNews(): Promise<readonly UnlockNews[]> {
    return this.#turns.take(() => this.#unlocks.claimNews());
  }

  /** Forgets when what was unlocked. @throws ArchiveProblem, WriteFailed */
  reset(): Promise<void> {
    return resetUnlocks(this.#remembers);
  }

  /** @returns how many sessions @throws ArchiveProblem where it remembers them still */
  forgetDeleted(): Promise<number> {
    return forgetDeletedSessions(this.#remembers);
  }

  close(): void {
    this.#history.close();
    this.#files.archives.close();
  }

  get #remembers() {
    const [files, unlocks, memory] = [this.#files, this.#unlocks, this.#memory];
    return { files, unlocks, memory, history: this.#history, latest: this.#latest, turns: this.#turns };
  }

  /** What scans have made of the sessions; before the first one, what is remembered of them. */
  async #ledgerAtHand(): Promise<Ledger> {
    const { ledger } = this.#history;
    if (!ledger) {
      const counting = { mode: this.#options.historyMode, generation: ASSUMED_GENERATION };
      return this.#remembered.of(await this.#files.archives.toRead(), counting);
    }
    this.#remembered.forget();
    return ledger;
  }

  /** The last snapshot, dated now, if nothing was written since: nothing is read and no turn is taken. */
  async #unchanged(id: string, requestedAt: number, startedAt: number): Promise<Snapshot | undefined> {
    if (!this.#latest.snapshot || !this.#history.isUnchanged() || !(await this.#unlocks.areUnchanged()))
      return undefined;
    const snapshot = this.#latest.dateAnew(this.#latest.snapshot, { id, requestedAt, startedAt });
    this.#tellResult({ id, first: false }, snapshot);
    if (this.#latest.isDueOnDisk() || this.#runs.endsWithFailure)
      // Others see that it is fresh, unless one of them is about to write a newer one.
      await this.#turns.takeIfFree(async () => {
        await this.#latest.save();
        await this.#runs.note({ requestedAt, startedAt }, null, snapshot.scan_meta);
      });
    return snapshot;
  }

  async #inTurn(run: ScanRun): Promise<Snapshot> {
    await this.#history.assertReadable(); // says at once when there is nothing to read, before anything is created
    // Whoever has the turn until then may do this very work.
    return this.#turns.takeUnless(
      async () => {
        const snapshot = await this.#latest.takeOver(run);
        if (snapshot) this.#tellResult(run, snapshot);
        return snapshot;
      },
      () => this.#scanAlone(run),
    );
  }

  /** The events of a request that was answered without reading history. */
  #tellResult({ id, first }: Pick<ScanRun, 'id' | 'first'>, snapshot: Snapshot): void {
    const { mode, sessions_total } = snapshot.scan_meta;
    this.#voice.emit({
      event: 'metadata',
      scan_id: id,
      mode,
      sessions_expected_total: sessions_total,
      first_scan: first,
    });
    this.#voice.emit({ event: 'done', scan_id: id, snapshot, unlocks: [], first_scan: first });
  }

  async #scanAlone(run: ScanRun): Promise<Snapshot> {
    const history = await this.#history.run(
      run,
      await countingOf(this.#options.historyMode, this.#files),
      (partial, meta) => this.#chunk(run, partial, meta),
    );
    try {
      const { ledger, meta, settle } = history;
      const { snapshot, unlocks } = await this.#publish(run, ledger, meta);
      settle();
      this.#latest.snapshot = snapshot;
      this.#voice.emit({ event: 'done', scan_id: run.id, snapshot, unlocks, first_scan: run.first });
      this.#remembering = this.#remember(run, meta, history.maybeUsed);
      await this.#remembering;
      return snapshot;
    } finally {
      this.#history.rest();
    }
  }

  /** When nobody waits for the scan any more: reads and books what was used, and writes our files. */
  async #remember(run: ScanRun, meta: ScanMeta, maybeUsed: MaybeUsed): Promise<void> {
    const usage = await this.#usage.read(maybeUsed);
    this.#history.rest();
    await this.#latest.save();
    await this.#runs.note(run, null, meta, usage);
  }

  #chunk(run: ScanRun, ledger: Ledger, meta: ScanMeta): void {
    const snapshot = publish({ ledger, meta, generatedAt: nowSeconds() });
    this.#voice.emit({ event: 'chunk', scan_id: run.id, snapshot });
  }

  /** Unlocks are recorded before anyone sees them, so that none is ever shown and lost. */
  async #publish(run: ScanRun, ledger: Ledger, meta: ScanMeta) {
    const aggregate = ledger.figures();
    const { contributions, firstDayAt } = ledger;
    const generatedAt = nowSeconds();
    const { records, news } = await this.#unlocks.record({
      detect: (known) => detectUnlocks(aggregate, known, unlockMoment(generatedAt), contributions),
      dayOf: (id, tier) => (firstDayAt ? dayOfTier(id, tier, firstDayAt) : null),
      takePending: () => this.#memory.takeFew(),
    });
    const timed = { ...meta, duration_ms: performance.now() - run.startedAt };
    const snapshot = publish({ ledger, unlocks: records, meta: timed, generatedAt });
    return { snapshot, unlocks: [...news] };
  }

  async #failed(error: unknown, id: string, requestedAt: number, startedAt: number): Promise<ScanOutcome> {
    const cancelled = error instanceof ScanCancelled;
    const problem = scanProblem(error);
    const message = inEnglish(problem);
    const origin = errorOrigin(error);
    if (origin !== undefined) this.#voice.log('error', `${message} ${origin}`);
    const snapshot_available = this.#latest.snapshot !== undefined || (await this.load()) !== null;
    if (!cancelled) await this.#runs.note({ requestedAt, startedAt }, message);
    this.#voice.emit(errorEvent(id, problem, { cancelled, snapshot_available }));
    return { ok: false, problem, cancelled };
  }
}
