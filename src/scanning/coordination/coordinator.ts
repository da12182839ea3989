import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { UnlockNews } from '../../badges/unlocks/detect.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { inEnglish, type Problem, problem } from '../../words/problem.ts';
import { nowSeconds } from '../clock.ts';
import { type DoneEvent, type ErrorEvent, errorEvent, type ScanEvent } from '../events.ts';
import type { AnswerTo, Question } from '../questions.ts';
import { ScanFailed, type ScanService, type ScanState, type ScanStatus } from '../scanService.ts';
import { CancelFlag, ScanCancelled } from '../worker/cancelFlag.ts';
import type { ScanOutcome, ScanWorkerOptions } from '../worker/protocol.ts';
import { scanProblem } from '../worker/scanProblem.ts';
import { ScanRecord } from './record.ts';
import { ScanThread } from './scanThread.ts';
import { ServedSnapshot } from './served.ts';

export interface CoordinatorOptions extends Omit<ScanWorkerOptions, 'role' | 'cancelMemory'> {
  /** Seconds a snapshot stays fresh; asked each time, so that a changed setting counts at once. */
  readonly ttlSeconds: () => number;
  readonly onLog: (level: 'info' | 'warn' | 'error', message: string) => void;
  /** Something the user should be told once. */
  readonly onNotice: (told: Problem) => void;
}

/**
 * Answers for one home in one window or process: decides whether a request needs a scan, lets at most one run, and
 * passes the event stream on. The work itself is done by the scan worker.
 */
export class Coordinator implements ScanService {
  readonly #options: CoordinatorOptions;
  readonly #cancel = new CancelFlag();
  readonly #thread: ScanThread;
  readonly #events = new EventEmitter<{ scan: [ScanEvent] }>().setMaxListeners(0);
  readonly #record = new ScanRecord();
  readonly #served: ServedSnapshot;
  /**
   * The scan that runs; `told` once its end was announced, though its files may still be written; `startedAt` is
   * performance.now() then, in milliseconds.
   */
  #running: { full: boolean; result: Promise<Snapshot>; startedAt: number; told: boolean } | undefined;
  #queuedFull: Promise<Snapshot> | undefined;
  #disposed = false;

  constructor(options: CoordinatorOptions) {
    this.#options = options;
    this.#thread = new ScanThread(options.workerFile, workerOptions(options, this.#cancel), {
      onEvent: (event) => this.#relay(event),
      onLog: options.onLog,
      onNotice: options.onNotice,
    });
    this.#served = new ServedSnapshot({ ...options, load: () => this.#thread.load() });
  }

  get current(): Snapshot | undefined {
    return this.#served.current;
  }

  async achievements(): Promise<Snapshot> {
    await this.#lookAtDisk();
    const snapshot = this.#served.current;
    if (snapshot === undefined) {
      const failure = this.#running ? null : this.#record.lastError;
      this.#refreshBehind(); // after a failure too: what was missing may be there by now
      if (failure !== null) throw new ScanFailed(failure);
      return this.#served.beforeAny();
    }
    if (this.#served.fresh) return snapshot;
    this.#record.servedStale();
    this.#refreshBehind();
    return { ...snapshot, is_stale: true };
  }

  /** A fresh snapshot, waited for: the one on disk, else that of an incremental scan. @throws ScanFailed, ScanCancelled */
  async fresh(): Promise<Snapshot> {
    await this.#lookAtDisk();
    return this.#served.fresh ?? this.rescan({ full: false });
  }

  rescan({ full }: { full: boolean }): Promise<Snapshot> {
    if (!this.#running) return this.#start(full);
    this.#record.joined();
    if (!full || this.#running.full) return this.#running.result;
    // A full rescan was asked while an incremental one runs: it follows, once for all who ask.
    this.#queuedFull ??= this.#fullAfter(this.#running.result);
    return this.#queuedFull;
  }

  /** Stops the running scan, and the full one that waits for it to end. */
  cancel(): void {
    if (this.#running) this.#cancel.raise();
  }

  /**
   * What no window and nobody else has announced yet, one news a badge: whoever asks has taken it upon himself to
   * announce it.
   */
  claimNews(): Promise<readonly UnlockNews[]> {
    return this.#thread.claimNews();
  }

  /** Forgets when what was unlocked, and the snapshot here. */
  async reset(): Promise<void> {
    await this.#running?.result.catch(() => undefined);
    this.#cancel.lower();
    await this.#thread.reset();
    this.#served.current = undefined;
    this.#record.forgive();
  }

  ask<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked>> {
    return this.#thread.ask(question);
  }

  /** Forgets the sessions that Hermes has deleted, and the snapshot here. @returns how many @throws ProblemError */
  async forgetDeleted(): Promise<number> {
    await this.#running?.result.catch(() => undefined);
    this.#cancel.lower();
    const forgotten = await this.#thread.forgetDeleted();
    this.#served.current = undefined;
    return forgotten;
  }

  status(): ScanStatus {
    return this.#record.status(this.#state(), this.#served.age);
  }

  onEvent(listener: (event: ScanEvent) => void): () => void {
    const heard = (event: ScanEvent): void => {
      try {
        listener(event);
      } catch (error) {
        this.#options.onLog(
          'error',
          `A surface could not take in "${event.event}": ${inEnglish(scanProblem(error))}`,
        );
      }
    };
    this.#events.on('scan', heard);
    return () => this.#events.off('scan', heard);
  }

  /** Stops a running scan, writes down what is only in memory and ends the worker. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#cancel.raise(); // whatever the worker is at, or waits for
    this.#events.removeAllListeners();
    await this.#thread.close();
  }

  #state(): ScanState {
    if (this.#running && !this.#running.told) return 'SCANNING';
    if (this.#record.lastError !== null) return 'FAILED';
    return this.#served.fresh ? 'FRESH' : 'STALE';
  }

  async #lookAtDisk(): Promise<void> {
    if (await this.#served.lookAtDisk(() => this.#running !== undefined)) this.#record.forgive();
  }

  #refreshBehind(): void {
    this.rescan({ full: false }).catch(() => undefined); // the error is told by the event stream
  }

  /** A full scan once the one that runs has ended; cancelling that one cancels this one too. */
  async #fullAfter(running: Promise<Snapshot>): Promise<Snapshot> {
    await running.catch(() => undefined);
    this.#queuedFull = undefined;
    if (this.#cancel.raised) throw new ScanCancelled();
    return this.rescan({ full: true });
  }

  #start(full: boolean): Promise<Snapshot> {
    if (this.#disposed) return Promise.reject(new ScanCancelled());
    this.#cancel.lower();
    this.#record.started(nowSeconds());
    const result = this.#run(full).finally(() => {
      this.#running = undefined;
      this.#served.partial = undefined;
    });
    this.#running = { full, result, startedAt: performance.now(), told: false };
    return result;
  }

  async #run(full: boolean): Promise<Snapshot> {
    const outcome = await this.#thread.scan(full).catch((error: Error) => this.#crashed(error));
    if (outcome.ok) {
      this.#served.current = outcome.snapshot;
      return outcome.snapshot;
    }
    if (outcome.cancelled) throw new ScanCancelled();
    this.#record.failed(outcome.problem);
    this.#served.failedOver(outcome.problem);
    throw new ScanFailed(outcome.problem);
  }

  /** The worker died without a word: the surfaces still hear an error event. */
  #crashed(error: Error): ScanOutcome {
    if (error instanceof ScanCancelled) return { ok: false, problem: error.problem, cancelled: true };
    const stopped = problem('scan.stopped', scanProblem(error));
    this.#options.onLog('error', inEnglish(stopped));
    const snapshot_available = this.#served.current !== undefined;
    this.#relay(errorEvent('', stopped, { cancelled: false, snapshot_available }));
    return { ok: false, problem: stopped, cancelled: false };
  }

  /** Before anyone hears of it, so that whoever then asks how things stand is told the same. */
  #endsWith(event: DoneEvent | ErrorEvent): void {
    const running = this.#running;
    if (running) running.told = true;
    if (event.event === 'error') {
      this.#record.finished(nowSeconds());
      if (!event.cancelled) this.#record.failed(event.problem);
      return;
    }
    this.#served.current = event.snapshot;
    this.#record.finished(nowSeconds(), running && performance.now() - running.startedAt);
  }

  #relay(event: ScanEvent): void {
    if (event.event === 'chunk') this.#served.partial = event.snapshot;
    if (event.event === 'done' || event.event === 'error') this.#endsWith(event);
    this.#events.emit('scan', event);
  }
}

function workerOptions(options: CoordinatorOptions, cancel: CancelFlag): ScanWorkerOptions {
  const { home, historyMode, workerFile, save, threads } = options;
  const file = workerFile instanceof URL ? fileURLToPath(workerFile) : workerFile;
  return {
    role: 'scan',
    home,
    historyMode,
    workerFile: file, // a URL would not survive the way to another thread
    save,
    threads,
    cancelMemory: cancel.memory,
  };
}
