import type { Achievement } from '../../badges/achievement.ts';
import type { HistoryMode } from '../../hermes/historyMode.ts';
import type { Aggregate } from '../../metrics/session/stats.ts';

export type ScanMode = 'pending' | 'in_progress' | 'full' | 'incremental' | 'failed';

export interface ScanMeta {
  mode: ScanMode;
  sessions_total: number;
  sessions_rescanned: number;
  sessions_reused: number;
  sessions_scanned_so_far: number;
  sessions_expected_total: number;
  messages_scanned: number;
  duration_ms: number;
  scan_id: string;
  error: string | null;
  /** Which rows were counted. Ours; the dashboard has no such key and always counts as `dashboard`. */
  history_mode?: HistoryMode;
  /** Rows that were skipped or repaired while reading (invalid UTF-8, absurd timestamps, …). Ours. */
  rows_repaired?: number;
  /** Sessions that could not be read and keep what was known of them; absent when there are none. Ours. */
  sessions_unreadable?: number;
  /** An index is damaged, which costs no figure; absent when none is. Ours. */
  index_damaged?: boolean;
}

/** What happened on one local day. */
export interface Day {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Sessions that began on it. */
  sessions: number;
  messages: number;
  tool_calls: number;
}

/** `scan_snapshot.json`: everything a surface shows, at one moment. */
export interface Snapshot {
  achievements: Achievement[];
  /** The dashboard's own file holds every session's stats here; ours stays empty. */
  sessions: unknown[];
  aggregate: Aggregate;
  /** Days on which anything happened, rising; empty where nothing dates the figures (`dashboard` mode). */
  days: Day[];
  unlocked_count: number;
  discovered_count: number;
  secret_count: number;
  total_count: number;
  error: string | null;
  /** Epoch seconds; 0 when nothing was ever scanned. */
  generated_at: number;
  is_stale: boolean;
  scan_meta: ScanMeta;
}
