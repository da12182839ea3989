import { fileURLToPath } from 'node:url';
import { DataDirectory } from '../files/dataDirectory.ts';
import type { Snapshot } from '../files/snapshot.ts';
import { CancelFlag, ScanCancelled } from './cancelFlag.ts';
import { Durations } from './durations.ts';
import type { ScanEvent } from './events.ts';
import { ageSeconds, isFresh } from './freshness.ts';
import { pendingSnapshot } from './publish.ts';
import { readPublished } from './published.ts';
import { ScanFailed, type ScanService, type ScanState, type ScanStatus } from './scanService.ts';
import { ScanThread } from './scanThread.ts';
import type { ScanOutcome, ScanWorkerOptions } from './worker/protocol.ts';

export interface CoordinatorOptions extends Omit<ScanWorkerOptions, 'role' | 'cancelMemory'> {
  /** Seconds a snapshot stays fresh; asked each time, so that a changed setting counts at once. */
  readonly ttlSeconds: () => number;
  readonly onLog: (level: 'info' | 'warn' | 'error', message: string) => void;
  /** Something the user should be told once, in words. */
  readonly onNotice: (message: string) => void;
}

/**
 * Answers for one home in one window or process: decides whether a request needs a scan, lets at most one run, and
 * passes the event stream on. The work itself is done by the scan worker.
 */
export class Coordinator implements ScanService {
  readonly #options: CoordinatorOptions;
  readonly #cancel = new CancelFlag();
  readonly #thread: ScanThread;
  readonly #listeners = new Set<(event: ScanEvent) => void>();
  readonly #durations = new Durations();
  #current: Snapshot | undefined;
  #running: { full: boolean; result: Promise<Snapshot> } | undefined;
  #queuedFull: Promise<Snapshot> | undefined;
  #lastError: string | null = null;
  #startedAt: number | null = null;
  #finishedAt: number | null = null;
  #runCount = 0;
  #dedupeCount = 0;
  #staleServedCount = 0;

  constructor(options: CoordinatorOptions) {
    this.#options = options;
    this.#thread = new ScanThread(options.workerFile, workerOptions(options, this.#cancel), {
      onEvent: (event) => this.#relay(event),
      onLog: options.onLog,
      onNotice: options.onNotice,
    });
  }

  get current(): Snapshot | undefined {
    return this.#current;
  }

  async achievements(): Promise<Snapshot> {
    await this.#lookAtDisk();
    const snapshot = this.#current;
    if (snapshot === undefined) {
      if (this.#lastError !== null && !this.#running) throw new ScanFailed(this.#lastError);
      this.#refreshBehind();
      return pendingSnapshot(this.#options.historyMode);
    }
    if (this.#isFresh(snapshot)) return snapshot;
    this.#staleServedCount++;
    this.#refreshBehind();
    return { ...snapshot, is_stale: true };
  }

  /** A fresh snapshot, waited for: the one on disk, else that of an incremental scan. @throws ScanFailed, ScanCancelled */
  async fresh(): Promise<Snapshot> {
    await this.#lookAtDisk();
    return this.#current && this.#isFresh(this.#current) ? this.#current : this.rescan({ full: false });
  }

  rescan({ full }: { full: boolean }): Promise<Snapshot> {
    if (!this.#running) return this.#start(full);
    this.#dedupeCount++;
    if (!full || this.#running.full) return this.#running.result;
    // A full rescan was asked while an incremental one runs: it follows, once for all who ask.
    this.#queuedFull ??= this.#running.result
      .catch(() => undefined)
      .then(() => {
        this.#queuedFull = undefined;
        return this.#start(true);
      });
    return this.#queuedFull;
  }

  cancel(): void {
    if (this.#running) this.#cancel.raise();
  }

  /** Forgets unlocks, snapshot and checkpoint on disk, and the snapshot here. */
  async reset(): Promise<void> {
    await this.#running?.result.catch(() => undefined);
    await this.#thread.reset();
    this.#current = undefined;
    this.#lastError = null;
  }

  status(): ScanStatus {
    const snapshot = this.#current;
    const age = snapshot ? ageSeconds(snapshot, nowSeconds()) : null;
    return {
      state: this.#state(),
      started_at: this.#startedAt,
      finished_at: this.#finishedAt,
      last_error: this.#lastError,
      last_duration_ms: this.#durations.latest,
      run_count: this.#runCount,
      dedupe_count: this.#dedupeCount,
      stale_served_count: this.#staleServedCount,
      duration_p50_ms: this.#durations.percentile(0.5),
      duration_p95_ms: this.#durations.percentile(0.95),
      snapshot_age_s: age !== null && Number.isFinite(age) ? age : null,
    };
  }

  onEvent(listener: (event: ScanEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops a running scan, writes down what is only in memory and ends the worker. */
  async dispose(): Promise<void> {
    this.cancel();
    this.#listeners.clear();
    await this.#thread.close();
  }

  #state(): ScanState {
    if (this.#running) return 'SCANNING';
    if (this.#lastError !== null) return 'FAILED';
    return this.#current && this.#isFresh(this.#current) ? 'FRESH' : 'STALE';
  }

  #isFresh(snapshot: Snapshot): boolean {
    return (
      isFresh(snapshot, this.#options.ttlSeconds(), nowSeconds()) &&
      (snapshot.scan_meta.history_mode ?? 'dashboard') === this.#options.historyMode
    );
  }

  /** Another window, a command line or the dashboard may have published something newer. */
  async #lookAtDisk(): Promise<void> {
    if (this.#running || (this.#current && this.#isFresh(this.#current))) return;
    const directory = await DataDirectory.locate(this.#options.home);
    const published = await readPublished(directory, () => this.#thread.load());
    if (published && published.generated_at > (this.#current?.generated_at ?? -1)) this.#current = published;
  }

  #refreshBehind(): void {
    this.rescan({ full: false }).catch(() => undefined); // the error is told by the event stream
  }

  #start(full: boolean): Promise<Snapshot> {
    this.#cancel.lower();
    this.#startedAt = nowSeconds();
    this.#runCount++;
    const result = this.#run(full).finally(() => {
      this.#running = undefined;
    });
    this.#running = { full, result };
    return result;
  }

  async #run(full: boolean): Promise<Snapshot> {
    const outcome = await this.#thread.scan(full).catch((error: Error) => this.#crashed(error));
    this.#finishedAt = nowSeconds();
    this.#durations.add(outcome.durationMs);
    if (outcome.ok) {
      this.#lastError = null;
      this.#current = outcome.snapshot;
      return outcome.snapshot;
    }
    if (outcome.cancelled) throw new ScanCancelled();
    this.#lastError = outcome.message;
    if (this.#current) this.#current = failedOver(this.#current, outcome.message);
    throw new ScanFailed(outcome.message);
  }

  /** The worker died without a word: the surfaces still hear an error event. */
  #crashed(error: Error): ScanOutcome {
    const message = `The scan stopped: ${error.message}`;
    this.#options.onLog('error', message);
    const snapshot_available = this.#current !== undefined;
    this.#relay({ event: 'error', scan_id: '', message, cancelled: false, snapshot_available });
    return { ok: false, message, cancelled: false, durationMs: 0 };
  }

  #relay(event: ScanEvent): void {
    if (event.event === 'done') this.#current = event.snapshot;
    for (const listener of this.#listeners) listener(event);
  }
}

/** The last good snapshot, as it is served after a failure. */
function failedOver(snapshot: Snapshot, message: string): Snapshot {
  return {
    ...snapshot,
    is_stale: true,
    error: message,
    scan_meta: { ...snapshot.scan_meta, mode: 'failed', error: message },
  };
}

function workerOptions(options: CoordinatorOptions, cancel: CancelFlag): ScanWorkerOptions {
  const { home, historyMode, workerFile, save, announce, threads } = options;
  const file = workerFile instanceof URL ? fileURLToPath(workerFile) : workerFile;
  return {
    role: 'scan',
    home,
    historyMode,
    workerFile: file, // a URL would not survive the way to another thread
    save,
    announce,
    threads,
    cancelMemory: cancel.memory,
  };
}

function nowSeconds(): number {
  return Date.now() / 1000;
}
