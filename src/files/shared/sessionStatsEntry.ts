import type { SessionMetric, SessionStats } from '../../metrics/session/stats.ts';
import { PRESENCE_COUNTERS, TEXT_COUNTERS, TOOL_COUNTERS } from '../../metrics/vocabulary.ts';
import { isObject } from '../system/jsonText.ts';

const COUNTERS: readonly SessionMetric[] = [
  ...new Set([
    'message_count' as const,
    'tool_call_count' as const,
    'distinct_tool_count' as const,
    'error_count' as const,
    'files_touched_count' as const,
    'web_browser_calls' as const,
    ...(Object.keys(TOOL_COUNTERS) as (keyof typeof TOOL_COUNTERS)[]),
    ...(Object.keys(TEXT_COUNTERS) as (keyof typeof TEXT_COUNTERS)[]),
    ...(Object.keys(PRESENCE_COUNTERS) as (keyof typeof PRESENCE_COUNTERS)[]),
  ]),
];
const OTHER_KEYS = [
  'session_id',
  'title',
  'started_at',
  'last_active',
  'source',
  'tool_names',
  'model_names',
  'port_conflict',
] as const;
const KEY_COUNT = COUNTERS.length + OTHER_KEYS.length;
/** No session counts so high; beyond it a sum would lose its exactness. */
const MAX_COUNT = 1e12;

/**
 * A session's figures as read from a file, or undefined when a key is missing or makes no sense. Written by hand
 * because a hundred thousand of them are checked while somebody waits.
 */
export function sessionStatsFrom(value: unknown): SessionStats | undefined {
  if (!isObject(value)) return undefined;
  for (const key of COUNTERS) if (!isCount(value[key])) return undefined;
  const isRight =
    typeof value['session_id'] === 'string' &&
    typeof value['title'] === 'string' &&
    isMoment(value['started_at']) &&
    isMoment(value['last_active']) &&
    isTextOrNull(value['source']) &&
    isTexts(value['tool_names']) &&
    isTexts(value['model_names']) &&
    typeof value['port_conflict'] === 'boolean';
  if (!isRight) return undefined;
  const stats = value as unknown as SessionStats;
  return Object.keys(stats).length === KEY_COUNT ? stats : onlyKnownKeys(stats);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_COUNT;
}

/** Epoch seconds or null. */
export function isMoment(value: unknown): value is number | null {
  return value === null || Number.isFinite(value);
}

export function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function onlyKnownKeys(stats: SessionStats): SessionStats {
  const known: Partial<Record<keyof SessionStats, unknown>> = {};
  for (const key of [...OTHER_KEYS, ...COUNTERS]) known[key] = stats[key];
  return known as SessionStats;
}
