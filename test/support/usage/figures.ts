import type { UsageFigures } from '../../../src/usage/sums.ts';

/** Figures of a row, nothing but what is named. */
export function figures({
  cost = {},
  ...rest
}: Partial<Omit<UsageFigures, 'cost'>> & { cost?: Partial<UsageFigures['cost']> } = {}): UsageFigures {
  const counted = { input: 0, output: 0, cache_read: 0, cache_write: 0, ...rest };
  return {
    sessions: 1,
    api_calls: 0,
    reasoning: 0,
    total: counted.input + counted.output + counted.cache_read + counted.cache_write,
    ...counted,
    cost: {
      actual: null,
      estimated: null,
      included_sessions: 0,
      unpriced_sessions: 0,
      unpriced_tokens: 0,
      ...cost,
    },
  };
}
