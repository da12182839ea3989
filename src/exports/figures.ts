import type { Achievement } from '../badges/achievement.ts';

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count as people read it, the same in every language and place: `12,345`. */
export function figure(value: number): string {
  return GROUPED.format(value);
}

/** How far a badge is, on one line: `1,345 / 3,000`, or the figure alone where nothing is left to reach. */
export function progressFigure({ progress, next_tier, next_threshold }: Achievement): string {
  return next_tier === null || next_threshold === null
    ? figure(progress)
    : `${figure(progress)} / ${figure(next_threshold)}`;
}

/** Per cent of the way to the next tier, within 0..100 whatever a file holds. */
export function percentOf({ progress_pct }: Achievement): number {
  return Math.max(0, Math.min(100, Math.floor(progress_pct) || 0));
}
