import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../../archive/tables/runs.ts';
import type { UsageReading } from '../../archive/tables/usage.ts';
import { detectUnlocks, type UnlockNews } from '../../badges/unlocks/detect.ts';
import { dayOfTier } from '../../badges/unlocks/reached.ts';
import type { ScanLock } from '../../files/scanLock.ts';
import { ASSUMED_GENERATION } from '../../files/shared/dashboardGeneration.ts';
import type { ScanMeta, Snapshot } from '../../files/shared/snapshot.ts';
import { unlockMoment } from '../../files/shared/unlockEntry.ts';
import type { Generation } from '../../hermes/historyMode.ts';
import type { SqliteDriver } from '../../hermes/sqlite/drivers/driver.ts';
import type { Counting, Ledger } from '../ledger/ledger.ts';
import { Memory } from '../ledger/memory.ts';
import { publish } from '../publishing/publish.ts';
import { UnlockRecorder } from '../publishing/unlockRecorder.ts';
import type { Answer, AnswerTo, Question } from '../questions.ts';
import { CancelFlag, ScanCancelled } from '../worker/cancelFlag.ts';
import { errorOrigin, errorWords } from '../worker/errorWords.ts';
import type { ScanOutcome, ScanWorkerOptions } from '../worker/protocol.ts';
import type { ScannerVoice } from '../worker/voice.ts';
import { HistoryScan } from './historyScan.ts';
import { OwnFiles } from './ownFiles.ts';
import { rememberedIn } from './remembered.ts';
import type { ScanRun } from './request.ts';
import { UsageBook } from './usageBook.ts';

/** How often it is asked whether the one who scans has finished. */
const LOCK_POLL_MS = 100;
/** A history that stays as it is has its snapshot dated anew on disk, for other processes, at most this often. */
const REDATE_AFTER_S = 60;

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
  #published: Snapshot | undefined;
  /** When the snapshot on disk was generated, as far as is known here; epoch seconds. */
  #datedOnDisk = Number.NEGATIVE_INFINITY;
  /** The run log ends with a failure. */
  #failureNoted = false;

  constructor(options: ScanWorkerOptions, driver: SqliteDriver, voice: ScannerVoice) {
    this.#options = options;
    this.#voice = voice;
    this.#cancel = new CancelFlag(options.cancelMemory);
    this.#files = new OwnFiles(options.home, options, driver, voice);
    this.#unlocks = new UnlockRecorder(this.#files, options);
    this.#memory = new Memory(this.#files);
    this.#history = new HistoryScan(options, driver, this.#memory, voice);
    this.#usage = new UsageBook(this.#history, this.#files, voice);
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
        (await this.#inTurn({ id, full, requestedAt, startedAt, first: await this.#isFirst() }));
      return { ok: true, snapshot };
    } catch (error) {
      return this.#failed(error, id, requestedAt, startedAt);
    }
  }

  /** The snapshot on disk, whoever wrote it. */
  async load(): Promise<Snapshot | null> {
    return (await this.#files.snapshot()) ?? null;
  }

  /** Writes down what is only in memory. */
  async flush(): Promise<void> {
    await this.#memory.commit();
    await this.care();
  }

  /** What is due once a day, and may take a moment; nothing while another scans. */
  async care(): Promise<void> {
    if (!(await this.#files.hasPlace())) return;
    const lock = await this.#files.tryLock();
    if (!lock) return;
    try {
      await this.#files.careForArchive();
    } finally {
      lock.release();
    }
  }

  /** Reads what is remembered, and starts nothing. */
  async ask<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked>>;
  async ask(question: Question): Promise<Answer> {
    switch (question.kind) {
      case 'timeline':
        return this.#unlocks.timeline();
      case 'remembered':
        return rememberedIn(await this.#files.archiveToRead());
      case 'usage':
        return this.#usage.answer(question, await this.#files.archiveToRead());
      case 'title':
        return (
          (
            this.#history.known(question.session) ??
            (await this.#files.archiveToRead()).session(question.session)
          )?.facts.title ?? null
        );
    }
  }

  /** What nobody has announced yet, for the asker to announce. @throws ScanCancelled */
  claimNews(): Promise<readonly UnlockNews[]> {
    return this.#alone(() => this.#unlocks.claimNews());
  }

  /** Forgets when what was unlocked, and only that. @throws ArchiveProblem, WriteFailed */
  async reset(): Promise<void> {
    // Where nothing of ours is, nothing is to be made for that.
    const hasPlace = await this.#files.hasPlace();
    const forget = async (): Promise<void> => {
      const archive = await this.#files.archive();
      // First: an archive that still knows them would bring them back into the files that are emptied next.
      if (archive.forgetSteps() === undefined && hasPlace) throw archive.problem;
      this.#published = undefined;
      this.#unlocks.forget();
      await this.#files.forgetUnlocks();
    };
    await (hasPlace ? this.#alone(forget) : forget());
  }

  /** Forgets the sessions that Hermes has deleted. @returns how many @throws ArchiveProblem where it remembers them still */
  async forgetDeleted(): Promise<number> {
    return this.#alone(async () => {
      await this.#memory.commit();
      const archive = await this.#files.archive();
      const forgotten = archive.forgetGone();
      if (forgotten === undefined) throw archive.problem;
      this.#published = undefined;
      this.#history.forget();
      return forgotten;
    });
  }

  close(): void {
    this.#history.close();
    this.#files.close();
  }

  /** With the right to write, whoever else scans meanwhile. @throws ScanCancelled */
  async #alone<T>(act: () => Promise<T>): Promise<T> {
    const lock = await this.#lockOr(() => Promise.resolve(undefined));
    try {
      return await act();
    } finally {
      if ('release' in lock) lock.release();
    }
  }

  /** How this scan counts; the dashboard's generation is remembered for when nothing tells it. */
  async #counting(): Promise<Counting> {
    const mode = this.#options.historyMode;
    if (mode === 'lifetime') return { mode, generation: ASSUMED_GENERATION };
    const archive = await this.#files.archive();
    const known = archive.memos().generation as Generation | undefined;
    const generation = (await this.#files.dashboardGeneration()) ?? known ?? ASSUMED_GENERATION;
    if (generation !== known) this.#files.saved(archive.save({ memos: { generation } }));
    return { mode, generation };
  }

  async #isFirst(): Promise<boolean> {
    return this.#published === undefined && (await this.#files.snapshot()) === undefined;
  }

  /** The last snapshot, dated now, if nothing was written since: nothing is read and no lock is taken. */
  async #unchanged(id: string, requestedAt: number, startedAt: number): Promise<Snapshot | undefined> {
    if (!this.#published || !this.#history.isUnchanged() || !(await this.#unlocks.areUnchanged()))
      return undefined;
    const { scan_meta: before } = this.#published;
    const snapshot: Snapshot = {
      ...this.#published,
      generated_at: requestedAt,
      scan_meta: {
        ...before,
        mode: 'incremental',
        sessions_rescanned: 0,
        sessions_reused: before.sessions_total,
        messages_scanned: 0,
        duration_ms: performance.now() - startedAt,
        scan_id: id,
      },
    };
    this.#published = snapshot;
    this.#tellResult({ id, first: false }, snapshot);
    if (requestedAt - this.#datedOnDisk > REDATE_AFTER_S || this.#failureNoted)
      await this.#redate(snapshot, startedAt);
    return snapshot;
  }

  /** Lets others see that the snapshot is fresh, unless one of them is about to write a newer one. */
  async #redate(snapshot: Snapshot, startedAt: number): Promise<void> {
    const lock = await this.#files.tryLock();
    if (!lock) return;
    try {
      await this.#files.savePublished(snapshot);
      this.#datedOnDisk = snapshot.generated_at;
      const durationMs = performance.now() - startedAt;
      await this.#note(snapshot.generated_at, durationMs, null, snapshot.scan_meta);
    } finally {
      lock.release();
    }
  }

  async #inTurn(run: ScanRun): Promise<Snapshot> {
    await this.#history.assertReadable(); // says at once when there is nothing to read, before anything is created
    const turn = await this.#lockOr(() => this.#publishedSince(run));
    if (!('release' in turn)) return this.#joined(run, turn.snapshot);
    try {
      // Whoever held the lock until now may have done this very work.
      const published = await this.#publishedSince(run);
      return published ? this.#joined(run, published) : await this.#scanAlone(run);
    } finally {
      turn.release();
    }
  }

  /** The lock, waited for; or what another one published meanwhile. @throws ScanCancelled */
  async #lockOr(
    published: () => Promise<Snapshot | undefined>,
  ): Promise<ScanLock | { readonly snapshot: Snapshot }> {
    for (;;) {
      const lock = await this.#files.tryLock();
      if (lock) return lock;
      this.#cancel.throwIfRaised();
      await sleep(LOCK_POLL_MS * (0.5 + Math.random()));
      const snapshot = await published();
      if (snapshot) return { snapshot };
    }
  }

  /** A snapshot that another one finished after this request was made, if it answers it. */
  async #publishedSince({ requestedAt, full }: ScanRun): Promise<Snapshot | undefined> {
    if (!this.#options.save || (await this.#files.isSnapshotOurs())) return undefined;
    const snapshot = await this.#files.snapshot();
    if (!snapshot || snapshot.error !== null) return undefined;
    // One from the future was dated before the clock was set back: it may be of any age.
    if (snapshot.generated_at < requestedAt || snapshot.generated_at > nowSeconds()) return undefined;
    const { mode, history_mode } = snapshot.scan_meta;
    const answers = mode === 'full' || (mode === 'incremental' && !full);
    return answers && history_mode === this.#options.historyMode ? snapshot : undefined;
  }

  #joined(run: ScanRun, snapshot: Snapshot): Snapshot {
    this.#published = snapshot;
    this.#datedOnDisk = snapshot.generated_at;
    this.#tellResult(run, snapshot);
    return snapshot;
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
    const history = await this.#history.run(run, await this.#counting(), (partial, meta) =>
      this.#chunk(run, partial, meta),
    );
    try {
      const { ledger, meta, settle } = history;
      const { snapshot, unlocks } = await this.#publish(run, ledger, meta);
      settle();
      this.#published = snapshot;
      this.#voice.emit({ event: 'done', scan_id: run.id, snapshot, unlocks, first_scan: run.first });
      const durationMs = performance.now() - run.startedAt;
      const usage = await this.#usage.read(history.maybeUsed);
      this.#history.rest();
      await this.#files.savePublished(snapshot);
      this.#datedOnDisk = snapshot.generated_at;
      await this.#note(run.requestedAt, durationMs, null, meta, usage);
      return snapshot;
    } finally {
      this.#history.rest();
    }
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
    const message = errorWords(error);
    const origin = errorOrigin(error);
    if (origin !== undefined) this.#voice.log('error', `${message} ${origin}`);
    const snapshot_available = this.#published !== undefined || (await this.load()) !== null;
    if (!cancelled) await this.#note(requestedAt, performance.now() - startedAt, message);
    this.#voice.emit({ event: 'error', scan_id: id, message, cancelled, snapshot_available });
    return { ok: false, message, cancelled };
  }

  /** Notes the run for `status`, with what is still to be written, unless there is no place of ours: a failure makes none. */
  async #note(
    startedAt: number,
    durationMs: number,
    error: string | null,
    meta: ScanMeta | null = null,
    usage: readonly UsageReading[] = [],
  ): Promise<void> {
    this.#failureNoted = error !== null;
    if (!(await this.#files.hasPlace())) {
      if (usage.length > 0) (await this.#files.archive()).save({ usage });
      return;
    }
    const run = { startedAt, finishedAt: nowSeconds(), durationMs, error, ...workIn(meta) };
    const archive = await this.#files.archive();
    this.#files.saved(archive.save({ sessions: this.#memory.takePending(), runs: [run], usage }));
  }
}

function workIn(meta: ScanMeta | null): Pick<Run, 'mode' | 'sessions' | 'rescanned' | 'messages'> {
  if (!meta) return { mode: null, sessions: null, rescanned: null, messages: null };
  const { mode, sessions_total: sessions, sessions_rescanned: rescanned, messages_scanned: messages } = meta;
  return { mode: mode === 'full' ? 'full' : 'incremental', sessions, rescanned, messages };
}

function nowSeconds(): number {
  return Date.now() / 1000;
}
