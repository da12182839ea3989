import type { SessionStats } from '../metrics/session/stats.ts';
import { aggregateOf } from '../metrics/sums/aggregate.ts';
import type { Achievement } from './achievement.ts';
import { evaluate } from './evaluate.ts';

/** The badges that one session alone would earn, as if there were no other history, in the catalogue's order. */
export function badgesOfSession(stats: SessionStats): Achievement[] {
  return evaluate(aggregateOf([stats])).filter((badge) => badge.unlocked);
}
