import { isDistinctModel, isLocalModel, providerOf } from '../../metrics/session/modelProvider.ts';
import type { AggregateMetric, SessionMetric, SessionStats } from '../../metrics/session/stats.ts';
import { localTime } from '../../metrics/sums/aggregate.ts';
import { SESSION_METRICS } from '../../metrics/sums/figureRow.ts';
import { AGGREGATE } from '../../metrics/vocabulary.ts';

/** One session's share in a metric of the aggregate. */
export interface SessionFigure {
  /** The same for metrics to which a session contributes the same. */
  readonly key: string;
  readonly of: (stats: SessionStats) => number;
  /** Where a row of figures has it; null for a figure that stands in none. */
  readonly place: number | null;
}

/** The figure of a session that a maximum or a sum is taken over. */
const OWN_FIGURES: ReadonlyMap<string, SessionMetric> = new Map<string, SessionMetric>([
  ...Object.entries(AGGREGATE.max),
  ...Object.entries(AGGREGATE.sum),
  ...AGGREGATE.sumUnderOwnName.map((name) => [name, name] as const),
]);

const COUNTED_SESSIONS: ReadonlyMap<string, (stats: SessionStats) => boolean> = new Map([
  ['session_count', () => true],
  ['local_model_chat_sessions', (stats: SessionStats) => stats.model_names.some(isLocalModel)],
  ['weekend_sessions', (stats: SessionStats) => localTime(stats.started_at).weekend],
  ['night_sessions', (stats: SessionStats) => localTime(stats.started_at).night],
]);

/**
 * What one session contributes to a metric: to a sum or a maximum its own figure, to a count of sessions 1 if it is
 * counted. Undefined for counts of different names, where it depends on the other sessions.
 */
export function sessionFigure(metric: AggregateMetric): SessionFigure | undefined {
  const own = OWN_FIGURES.get(metric);
  if (own !== undefined) return { key: own, of: (stats) => stats[own], place: SESSION_METRICS.indexOf(own) };
  const counts = COUNTED_SESSIONS.get(metric);
  if (counts !== undefined) return { key: metric, of: (stats) => (counts(stats) ? 1 : 0), place: null };
  return undefined;
}

/** The names of a session that count towards the different models. */
export function modelsOf(stats: SessionStats): string[] {
  return stats.model_names.filter(isDistinctModel);
}

/** The names of a session that count towards the different providers. */
export function providersOf(stats: SessionStats): string[] {
  return stats.model_names.map(providerOf).filter((name) => name !== undefined);
}
