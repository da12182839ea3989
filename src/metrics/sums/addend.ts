import type { FigureRow } from '../session/daySlices.ts';
import type { SessionStats } from '../session/stats.ts';
import { figureRowOf } from './figureRow.ts';

/**
 * A session as it is added to whatever adds sessions up. Everything does that figure by figure, and a place in a row is
 * found many times sooner than a name among seventy: so the row is made once for all of them.
 */
export interface Addend {
  readonly stats: SessionStats;
  /** The figures of `stats`. */
  readonly figures: FigureRow;
}

export function addendOf(stats: SessionStats): Addend {
  return { stats, figures: figureRowOf(stats) };
}
