import type { ScanMode, Snapshot } from '../files/snapshot.ts';

/**
 * What a scan tells the surfaces. The five names are stable for ever; a surface that meets a missing field shows
 * less, it never breaks. Durations are milliseconds.
 */
export type ScanEvent =
  | {
      event: 'metadata';
      scan_id: string;
      mode: ScanMode;
      sessions_expected_total: number;
      first_scan: boolean;
    }
  | {
      event: 'progress';
      scan_id: string;
      scanned: number;
      total: number;
      elapsed_ms: number;
      remaining_ms: number | null;
    }
  | { event: 'chunk'; scan_id: string; snapshot: Snapshot }
  | { event: 'done'; scan_id: string; snapshot: Snapshot; unlocks: UnlockNews[] }
  | { event: 'error'; scan_id: string; message: string; cancelled: boolean; snapshot_available: boolean };

/** A badge that this scan unlocked for the first time, or raised to a higher tier. */
export interface UnlockNews {
  id: string;
  kind: 'unlock' | 'tier_up';
  /** The tier held before; null for a first unlock. */
  from_tier: string | null;
  to_tier: string | null;
  /** Epoch seconds. */
  at: number;
}
