import type { Snapshot } from '../files/snapshot.ts';
import type { ScanEvent } from './events.ts';

export type ScanState = 'FRESH' | 'STALE' | 'SCANNING' | 'FAILED';

/** What "scan status" answers; asking starts nothing. Times are epoch seconds, durations milliseconds. */
export interface ScanStatus {
  state: ScanState;
  started_at: number | null;
  finished_at: number | null;
  last_error: string | null;
  last_duration_ms: number | null;
  run_count: number;
  /** Requests that joined a scan already running. */
  dedupe_count: number;
  /** Requests that were answered with a stale snapshot while a refresh ran. */
  stale_served_count: number;
  duration_p50_ms: number | null;
  duration_p95_ms: number | null;
  /** Seconds since the snapshot was generated; null without one. */
  snapshot_age_s: number | null;
}

/** The one door through which surfaces ask for scans. Implemented by the coordinator; surfaces see only this. */
export interface ScanService {
  /** The snapshot last published in this window, if any; reading it starts nothing. */
  readonly current: Snapshot | undefined;
  /** The snapshot at once (fresh, stale or pending); starts a refresh in the background when it is not fresh. */
  achievements(): Promise<Snapshot>;
  /** One scan; joins the one that runs. Resolves with its snapshot, rejects with the scan's error. */
  rescan(options: { full: boolean }): Promise<Snapshot>;
  /** Stops the running scan; what was analysed is kept. */
  cancel(): void;
  status(): ScanStatus;
  /** Subscribes to the event stream; returns the function that unsubscribes. */
  onEvent(listener: (event: ScanEvent) => void): () => void;
}
