import type { Achievement } from '../achievement.ts';
import { SECRET_TEXT } from './text.ts';

/** The icon key of every badge in state `secret`. */
export const SECRET_ICON = 'secret';

/**
 * An achievement whose state is `secret`, without what gives it away: name, words, icon, metrics. What remains is its
 * category (the badges are grouped by it), its thresholds, and its id, by which programs that read the snapshot know
 * it; a surface that shows or sends more than names uses `sealSecrets`.
 */
export function redactSecret(achievement: Achievement): Achievement {
  const { threshold_metric, requirements, contributors, evidence, pace, ...rest } = achievement;
  return { ...rest, ...SECRET_TEXT, icon: SECRET_ICON, reached: [] };
}

/**
 * The achievements for a surface that tells no more of a secret than its category. Each stands at the end, sorted by
 * alias, since its place among the others would tell which it is. Order is otherwise kept; nothing is changed in place.
 */
export function sealSecrets(achievements: readonly Achievement[]): Achievement[] {
  const sealed = achievements
    .filter((achievement) => achievement.state === 'secret')
    .map(seal)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...achievements.filter((achievement) => achievement.state !== 'secret'), ...sealed];
}

/**
 * Named key by key, so that a figure that achievements may carry one day is sealed without being thought of. Thresholds
 * and kind tell badges apart as well as names do. The alias in place of the id, which spells the name, is a hash of it:
 * the same for good, so that a view may use it as a key, and silent about catalogue and category.
 */
function seal({ id, category }: Achievement): Achievement {
  return {
    id: secretAlias(id),
    ...SECRET_TEXT,
    category,
    kind: 'lifetime',
    icon: SECRET_ICON,
    secret: true,
    unlocked: false,
    discovered: false,
    state: 'secret',
    tier: null,
    progress: 0,
    next_tier: null,
    next_threshold: null,
    progress_pct: 0,
    reached: [],
  };
}

/** FNV-1a over the id's UTF-16 code units, 32 bits. */
function secretAlias(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `secret-${hash.toString(36)}`;
}
