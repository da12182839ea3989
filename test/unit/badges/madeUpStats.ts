import type { SessionMetric, SessionStats } from '../../../src/metrics/session/stats.ts';
import { PRESENCE_COUNTERS, TEXT_COUNTERS, TOOL_COUNTERS } from '../../../src/metrics/vocabulary.ts';

const FIGURES = [
  'message_count',
  'tool_call_count',
  'distinct_tool_count',
  'error_count',
  'files_touched_count',
  'web_browser_calls',
  ...Object.keys(TOOL_COUNTERS),
  ...Object.keys(TEXT_COUNTERS),
  ...Object.keys(PRESENCE_COUNTERS),
];

/** The figures of a session in which nothing happened but what is given. */
export function madeUpStats(given: Partial<SessionStats>): SessionStats {
  return {
    ...(Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Record<SessionMetric, number>),
    session_id: 'made-up',
    title: 'Made up',
    started_at: 1741000000,
    last_active: null,
    source: null,
    tool_names: [],
    model_names: [],
    port_conflict: false,
    ...given,
  };
}
