import type { UsageFigures } from './sums.ts';

/** The share of what was sent to models that came from their cache, 0 to 1; null where nothing was sent. */
export function cacheHitRate({
  input,
  cache_read,
  cache_write,
}: Pick<UsageFigures, 'input' | 'cache_read' | 'cache_write'>): number | null {
  const sent = input + cache_read + cache_write;
  return sent === 0 ? null : cache_read / sent;
}
