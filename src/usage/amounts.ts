import type { Amounts, Cost, Counter } from '../hermes/usage/use.ts';

export const COUNTERS = [
  'input',
  'output',
  'cache_read',
  'cache_write',
  'api_calls',
  'reasoning',
] as const satisfies readonly Counter[];

export const COSTS = ['estimated', 'actual'] as const satisfies readonly Cost[];

export const NO_AMOUNTS: Amounts = {
  input: 0,
  output: 0,
  cache_read: 0,
  cache_write: 0,
  api_calls: 0,
  reasoning: 0,
  estimated: null,
  actual: null,
};

/** Less than this is rounding (usage.md). */
const LEAST_DOLLARS = 0.000001;
/** What subtraction loses of it. */
const LOST_IN_SUBTRACTION = 1e-12;

/** Dollars that are more than rounding. */
export function areDollars(difference: number): boolean {
  return difference > LEAST_DOLLARS - LOST_IN_SUBTRACTION;
}

/** All tokens; `input` is without what came from the cache. */
export function totalOf({ input, output, cache_read, cache_write }: Amounts): number {
  return input + output + cache_read + cache_write;
}

export function plus(a: Amounts, b: Amounts): Amounts {
  const sum: Record<Counter, number> & Record<Cost, number | null> = { ...a };
  for (const counter of COUNTERS) sum[counter] += b[counter];
  for (const cost of COSTS) sum[cost] = plusCost(a[cost], b[cost]);
  return sum;
}

/** A cost that is not there adds nothing; the sum stays a number, as each cost is. */
export function plusCost(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a + b, Number.MAX_VALUE);
}
