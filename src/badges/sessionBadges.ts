import { aggregateOf } from '../metrics/aggregate.ts';
import type { SessionStats } from '../metrics/sessionStats.ts';
import type { Achievement } from './achievement.ts';
import { evaluate } from './evaluate.ts';

/** The badges that one session alone would earn, as if there were no other history, in the catalogue's order. */
export function badgesOfSession(stats: SessionStats): Achievement[] {
  return evaluate(aggregateOf([stats])).filter((badge) => badge.unlocked);
}
