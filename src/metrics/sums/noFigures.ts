import type { SessionStats } from '../session/stats.ts';
import { PRESENCE_COUNTERS, TEXT_COUNTERS, TOOL_COUNTERS } from '../vocabulary.ts';

/** Copied for each session and filled in: adding its sixty keys one by one takes three times as long. */
export const NO_FIGURES: SessionStats = {
  session_id: '',
  title: '',
  started_at: null,
  last_active: null,
  source: null,
  message_count: 0,
  tool_call_count: 0,
  tool_names: [],
  distinct_tool_count: 0,
  model_names: [],
  error_count: 0,
  files_touched_count: 0,
  web_browser_calls: 0,
  port_conflict: false,
  ...zeros(TOOL_COUNTERS),
  ...zeros(TEXT_COUNTERS),
  ...zeros(PRESENCE_COUNTERS),
};

function zeros<Key extends string>(rules: Readonly<Record<Key, unknown>>): Record<Key, number> {
  return Object.fromEntries(Object.keys(rules).map((key) => [key, 0])) as Record<Key, number>;
}
