import type { Snapshot } from '../../files/shared/snapshot.ts';
import type { HistoryMode } from '../../hermes/historyMode.ts';
import { inEnglish, type Problem } from '../../words/problem.ts';
import { nowSeconds } from '../clock.ts';
import { ageSeconds, isFresh } from './freshness.ts';

export interface ServedSnapshotOptions {
  readonly home: string;
  readonly historyMode: HistoryMode;
  /** Seconds a snapshot stays fresh; asked each time. */
  readonly ttlSeconds: () => number;
  /** Reads a snapshot too large for this thread. */
  readonly load: () => Promise<Snapshot | null>;
}

/** The snapshot that surfaces are served: the last one that a scan here has made or that was found on disk. */
export class ServedSnapshot {
  readonly #options: ServedSnapshotOptions;
  #current: Snapshot | undefined;
  /** What a first scan has published of itself so far. */
  partial: Snapshot | undefined;

  constructor(options: ServedSnapshotOptions) {
    this.#options = options;
  }

  get current(): Snapshot | undefined {
    return this.#current;
  }

  set current(snapshot: Snapshot | undefined) {
    this.#current = snapshot;
  }

  /** The current one, if it need not be refreshed. */
  get fresh(): Snapshot | undefined {
    return this.#current && this.#isFresh(this.#current) ? this.#current : undefined;
  }

  /** In seconds; null without a snapshot. */
  get age(): number | null {
    return this.#current ? ageSeconds(this.#current, nowSeconds()) : null;
  }

  /** What is served before any scan has ended. */
  async beforeAny(): Promise<Snapshot> {
    if (this.partial) return this.partial;
    // Loaded when it is wanted, as it is once in the life of a history.
    const { pendingSnapshot } = await import('../publishing/publish.ts');
    return pendingSnapshot(this.#options.historyMode);
  }

  /**
   * Another window, a command line or the dashboard may have published something newer.
   * @param isScanning asked before and after the look: what a scan here is about to publish is newer still
   * @returns whether there is a fresh one now that was not there before
   */
  async lookAtDisk(isScanning: () => boolean): Promise<boolean> {
    if (isScanning() || this.fresh) return false;
    // Loaded when it is wanted: a window without a history never looks, and all wait for the activation.
    const { readPublished } = await import('./published.ts');
    const published = await readPublished(this.#options.home, this.#options.load);
    if (!published || isScanning() || !this.#isBetter(published)) return false;
    this.#current = published;
    return this.#isFresh(published);
  }

  /** The last good one goes on being served after a failure, marked in English: it is a shared file's shape. */
  failedOver(told: Problem): void {
    if (!this.#current) return;
    const error = inEnglish(told);
    const scan_meta = { ...this.#current.scan_meta, mode: 'failed' as const, error };
    this.#current = { ...this.#current, is_stale: true, error, scan_meta };
  }

  #isFresh(snapshot: Snapshot): boolean {
    const { ttlSeconds, historyMode } = this.#options;
    return isFresh(snapshot, ttlSeconds(), nowSeconds()) && countsAs(snapshot) === historyMode;
  }

  /** Newer, unless it counts otherwise than it is to be counted here or was dated before the clock was set back. */
  #isBetter(published: Snapshot): boolean {
    if (!this.#current) return true;
    return (
      published.generated_at > this.#current.generated_at &&
      published.generated_at <= nowSeconds() &&
      countsAs(published) === this.#options.historyMode
    );
  }
}

/** Which rows a snapshot counted; the dashboard, which does not say, has but one way. */
function countsAs({ scan_meta }: Snapshot): HistoryMode {
  return scan_meta.history_mode ?? 'dashboard';
}
