import type { BadgeText } from './badgeText.ts';

export const LIFESTYLE_TEXTS = {
  marathon_operator: {
    description: 'No finish line in sight, and you have just asked for another lap.',
    criteria: 'Counts every session of your history, however short.',
  },
  weekend_warrior: {
    description: 'Saturday is for rest, says someone who never met your agent.',
    criteria: "Counts sessions that began on a Saturday or Sunday, by this machine's local time.",
  },
  night_shift_operator: {
    description: 'The city sleeps. Your prompt does not.',
    criteria: "Counts sessions that began from 23:00 on or before 06:00, by this machine's local time.",
  },
  cache_hit_appreciator: {
    description: 'The sweetest sound in computing: nothing at all, because it was all there already.',
    criteria:
      'Counts every "cache hit", "prompt caching" and "cache_read" in messages and tool output, over your whole history.',
  },
} as const satisfies Record<string, BadgeText>;
