import type { AGGREGATE, PRESENCE_COUNTERS, TEXT_COUNTERS, TOOL_COUNTERS } from '../vocabulary.ts';

export type ToolCounter = keyof typeof TOOL_COUNTERS;
export type TextCounter = keyof typeof TEXT_COUNTERS;
export type PresenceCounter = keyof typeof PRESENCE_COUNTERS;

/** Every whole-number figure of one session. */
export type SessionMetric =
  | 'message_count'
  | 'tool_call_count'
  | 'distinct_tool_count'
  | 'error_count'
  | 'files_touched_count'
  | 'web_browser_calls'
  | ToolCounter
  | TextCounter
  | PresenceCounter;

/** The figures of one session, in the dashboard's own key names; what the archive keeps of it. */
export interface SessionStats extends Record<SessionMetric, number> {
  session_id: string;
  title: string;
  /** Epoch seconds. */
  started_at: number | null;
  /** Epoch seconds. */
  last_active: number | null;
  source: string | null;
  /** Distinct tool names, sorted by code point. */
  tool_names: string[];
  /** The session's model, or nothing. */
  model_names: string[];
  port_conflict: boolean;
}

/** Every whole-number figure of a whole history. */
export type AggregateMetric =
  | 'session_count'
  | 'distinct_model_count'
  | 'distinct_provider_count'
  | 'local_model_chat_sessions'
  | 'weekend_sessions'
  | 'night_sessions'
  | keyof typeof AGGREGATE.max
  | keyof typeof AGGREGATE.sum
  | (typeof AGGREGATE.sumUnderOwnName)[number];

export type Aggregate = Record<AggregateMetric, number>;
