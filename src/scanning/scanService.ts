import type { Snapshot } from '../files/shared/snapshot.ts';
import { type Problem, ProblemError } from '../words/problem.ts';
import type { ScanEvent } from './events.ts';
import type { AnswerTo, Question } from './questions.ts';

export type ScanState = 'FRESH' | 'STALE' | 'SCANNING' | 'FAILED';

/** What "scan status" answers; asking starts nothing. Moments are epoch seconds, durations milliseconds. */
export interface ScanStatus {
  state: ScanState;
  started_at: number | null;
  finished_at: number | null;
  last_error: Problem | null;
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

/** The one door through which surfaces ask for scans. */
export interface ScanService {
  /** The snapshot last published in this window, if any; reading it starts nothing. */
  readonly current: Snapshot | undefined;
  /**
   * The snapshot at once: fresh, marked stale while a refresh runs behind it, or pending while the first scan does.
   * @throws ScanFailed if scanning failed and no snapshot exists
   */
  achievements(): Promise<Snapshot>;
  /**
   * One scan; joins the one that runs if that answers the request.
   * @throws ScanFailed, ScanCancelled
   */
  rescan(options: { full: boolean }): Promise<Snapshot>;
  /** Stops the running scan; what was analysed is kept. */
  cancel(): void;
  status(): ScanStatus;
  /** Asks what is known; starts no scan, and waits for none. @throws ProblemError when there is no answer */
  ask<Asked extends Question>(question: Asked): Promise<AnswerTo<Asked>>;
  /** Subscribes to the event stream; returns the function that unsubscribes. */
  onEvent(listener: (event: ScanEvent) => void): () => void;
}

/** A scan ended without a result. */
export class ScanFailed extends ProblemError {
  override readonly name = 'ScanFailed';
}
