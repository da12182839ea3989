import type { AggregateMetric, SessionMetric } from '../session/stats.ts';
import { AGGREGATE } from '../vocabulary.ts';

/** Figures of the whole that are the greatest of any session. */
export const MAXIMA = Object.entries(AGGREGATE.max) as readonly [AggregateMetric, SessionMetric][];

/** Figures of the whole that are sums over all sessions. */
export const SUMS: readonly (readonly [AggregateMetric, SessionMetric])[] = [
  ...(Object.entries(AGGREGATE.sum) as [AggregateMetric, SessionMetric][]),
  ...AGGREGATE.sumUnderOwnName.map((metric) => [metric, metric] as const),
];
