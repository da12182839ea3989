import { SESSION_METRICS } from '../../metrics/sums/figureRow.ts';

/** No session counts so high; beyond it a sum would lose its exactness. */
const MAX_COUNT = 1e12;

/** Does a list hold a figure for each of `SESSION_METRICS`? */
export function areFigures(value: unknown): value is number[] {
  if (!Array.isArray(value) || value.length !== SESSION_METRICS.length) return false;
  for (let place = 0; place < value.length; place++) if (!isFigure(value[place])) return false;
  return true;
}

export function isFigure(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_COUNT;
}
