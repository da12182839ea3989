import type { SessionStats } from '../../../../src/metrics/session/stats.ts';
import { PRESENCE_COUNTERS, TEXT_COUNTERS, TOOL_COUNTERS } from '../../../../src/metrics/vocabulary.ts';

/** A session's figures, all counters at zero but the ones given. */
export function someStats(id: string, figures: Partial<SessionStats> = {}): SessionStats {
  const counters = Object.keys({ ...TOOL_COUNTERS, ...TEXT_COUNTERS, ...PRESENCE_COUNTERS });
  const stats = {
    ...Object.fromEntries(counters.map((key) => [key, 0])),
    session_id: id,
    title: `Session ${id}`,
    started_at: 1_750_000_000,
    last_active: 1_750_000_600.25,
    source: 'cli',
    tool_names: ['read_file', 'terminal'],
    model_names: ['nous/hermes-4'],
    port_conflict: false,
    message_count: 12,
    tool_call_count: 4,
    distinct_tool_count: 2,
    error_count: 0,
    files_touched_count: 0,
    web_browser_calls: 0,
    ...figures,
  };
  return stats as SessionStats;
}

/** An entry of the dashboard's checkpoint, as it writes them. */
export function dashboardEntry(id: string, figures: Partial<SessionStats> = {}) {
  const stats = someStats(id, figures);
  const { last_active, started_at, title } = stats;
  return { fingerprint: { last_active, started_at, model: stats.model_names[0] ?? null, title }, stats };
}

/** The same as 0.1.0 of this product wrote it, with a key of its own. */
export function ownEntry(id: string, figures: Partial<SessionStats> = {}) {
  const digest = { total: 14, active: 12, maxId: 40, activeIdSum: 300, lastTimestamp: 1_750_000_600.25 };
  const lifetime = someStats(id, { ...figures, message_count: 14 });
  return { ...dashboardEntry(id, figures), vscode: { digest, modes: ['dashboard', 'lifetime'], lifetime } };
}
