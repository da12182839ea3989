import type { UnlockNews } from '../badges/unlocks/detect.ts';
import type { ScanMode, Snapshot } from '../files/shared/snapshot.ts';
import { inEnglish, type Problem } from '../words/problem.ts';

/**
 * What a scan tells the surfaces. The five names are stable for ever; a surface that meets a missing field shows
 * less, it never breaks. Durations are milliseconds, moments epoch seconds.
 */
export type ScanEvent = MetadataEvent | ProgressEvent | ChunkEvent | DoneEvent | ErrorEvent;

/** A scan has begun and knows how much there is to do. */
export interface MetadataEvent {
  event: 'metadata';
  scan_id: string;
  mode: ScanMode;
  sessions_expected_total: number;
  /** No snapshot existed before this scan. */
  first_scan: boolean;
}

export interface ProgressEvent {
  event: 'progress';
  scan_id: string;
  /** Sessions. */
  scanned: number;
  total: number;
  elapsed_ms: number;
  /** Null until there is enough to estimate from. */
  remaining_ms: number | null;
}

/** A partial snapshot of a first scan: badges as far as history was read, without unlock times. */
interface ChunkEvent {
  event: 'chunk';
  scan_id: string;
  snapshot: Snapshot;
}

export interface DoneEvent {
  event: 'done';
  scan_id: string;
  snapshot: Snapshot;
  /** Unlocks and tier-ups that this very scan found; announced by whoever claims them (`claimNews`). */
  unlocks: UnlockNews[];
  first_scan: boolean;
}

export interface ErrorEvent {
  event: 'error';
  scan_id: string;
  /** One line in English, without a stack and without history's contents. */
  message: string;
  /** The same for who tells it in another language. */
  problem: Problem;
  cancelled: boolean;
  /** An earlier snapshot still serves. */
  snapshot_available: boolean;
}

export function errorEvent(
  scan_id: string,
  problem: Problem,
  how: Pick<ErrorEvent, 'cancelled' | 'snapshot_available'>,
): ErrorEvent {
  return { event: 'error', scan_id, message: inEnglish(problem), problem, ...how };
}
