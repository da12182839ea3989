import type { UnlockNews } from '../../../badges/unlocks/detect.ts';

/**
 * What a time line tells that it did not tell before, whoever found it: one news a badge, from the tier it had to the
 * best. Steps that only got another date, as after a reset, are nothing new.
 */
export function newSince(before: readonly UnlockNews[], now: readonly UnlockNews[]): UnlockNews[] {
  const known = new Set(before.map(stepOf));
  const news = new Map<string, UnlockNews>();
  for (const step of now) {
    if (known.has(stepOf(step))) continue;
    const climb = news.get(step.id);
    news.set(step.id, climb ? { ...climb, to_tier: step.to_tier, at: step.at } : step);
  }
  return [...news.values()];
}

function stepOf({ id, to_tier }: UnlockNews): string {
  return JSON.stringify([id, to_tier]);
}
