import type { FigureRow } from '../session/daySlices.ts';
import type { SessionMetric, SessionStats } from '../session/stats.ts';
import { PRESENCE_COUNTERS, TEXT_COUNTERS, TOOL_COUNTERS } from '../vocabulary.ts';
import { NO_FIGURES } from './noFigures.ts';

/** Every whole-number figure of a session once, in the one order of `FigureRow`. */
export const SESSION_METRICS: readonly SessionMetric[] = [
  ...new Set<SessionMetric>([
    'message_count',
    'tool_call_count',
    'distinct_tool_count',
    'error_count',
    'files_touched_count',
    'web_browser_calls',
    ...(Object.keys(TOOL_COUNTERS) as (keyof typeof TOOL_COUNTERS)[]),
    ...(Object.keys(TEXT_COUNTERS) as (keyof typeof TEXT_COUNTERS)[]),
    ...(Object.keys(PRESENCE_COUNTERS) as (keyof typeof PRESENCE_COUNTERS)[]),
  ]),
];

/** The whole-number figures of a session, without what tells which session it is. */
export function figureRowOf(stats: SessionStats): FigureRow {
  const row: number[] = [];
  for (let place = 0; place < SESSION_METRICS.length; place++) row.push(stats[SESSION_METRICS[place]!]);
  return row;
}

/** What a row of figures leaves open. */
export type SessionWords = Pick<
  SessionStats,
  'session_id' | 'title' | 'started_at' | 'last_active' | 'source' | 'tool_names' | 'model_names'
>;

/** The inverse of `figureRowOf`; what a row lacks is 0. */
export function statsOfRow(figures: FigureRow, words: SessionWords): SessionStats {
  const stats: SessionStats = { ...NO_FIGURES };
  for (let index = 0; index < SESSION_METRICS.length; index++)
    stats[SESSION_METRICS[index]!] = figures[index] ?? 0;
  // One by one: a second spread takes longer than all the rest.
  stats.session_id = words.session_id;
  stats.title = words.title;
  stats.started_at = words.started_at;
  stats.last_active = words.last_active;
  stats.source = words.source;
  stats.tool_names = words.tool_names;
  stats.model_names = words.model_names;
  stats.port_conflict = stats.port_conflict_events > 0;
  return stats;
}
