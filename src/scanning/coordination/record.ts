import type { Problem } from '../../words/problem.ts';
import type { ScanState, ScanStatus } from '../scanService.ts';
import { Durations } from './durations.ts';

/** How the scans that were asked for here went; moments are epoch seconds. */
export class ScanRecord {
  readonly #durations = new Durations();
  #startedAt: number | null = null;
  #finishedAt: number | null = null;
  #lastError: Problem | null = null;
  #runs = 0;
  #joined = 0;
  #staleServed = 0;

  /** Why the last scan failed; null after one that went well. */
  get lastError(): Problem | null {
    return this.#lastError;
  }

  started(now: number): void {
    this.#startedAt = now;
    this.#runs++;
  }

  /** @param durationMs of a scan that went well; others say nothing of how long one takes */
  finished(now: number, durationMs?: number): void {
    this.#finishedAt = now;
    if (durationMs === undefined) return;
    this.#durations.add(durationMs);
    this.#lastError = null;
  }

  failed(told: Problem): void {
    this.#lastError = told;
  }

  /** A scan elsewhere went well, or there is nothing left to have failed. */
  forgive(): void {
    this.#lastError = null;
  }

  /** A request joined the scan that was running. */
  joined(): void {
    this.#joined++;
  }

  servedStale(): void {
    this.#staleServed++;
  }

  /** @param age of the snapshot, seconds; null without one */
  status(state: ScanState, age: number | null): ScanStatus {
    return {
      state,
      started_at: this.#startedAt,
      finished_at: this.#finishedAt,
      last_error: this.#lastError,
      last_duration_ms: this.#durations.latest,
      run_count: this.#runs,
      dedupe_count: this.#joined,
      stale_served_count: this.#staleServed,
      duration_p50_ms: this.#durations.percentile(0.5),
      duration_p95_ms: this.#durations.percentile(0.95),
      snapshot_age_s: age !== null && Number.isFinite(age) ? age : null,
    };
  }
}
