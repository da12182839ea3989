import type { Achievement } from './achievement.ts';
import { SECRET_TEXT } from './texts.ts';

/** The icon key of every badge in state `secret`. */
export const SECRET_ICON = 'secret';

/**
 * An achievement whose state is `secret`, without what gives it away: name, words, icon, metrics. What remains is its
 * category (the badges are grouped by it), its thresholds, and its id, by which programs that read the snapshot know
 * it; a surface that shows or sends ids uses `withoutSecretIds` as well.
 */
export function redactSecret(achievement: Achievement): Achievement {
  const { threshold_metric, requirements, contributors, evidence, ...rest } = achievement;
  return { ...rest, ...SECRET_TEXT, icon: SECRET_ICON };
}

/**
 * The achievements for a surface that must not even hold a secret's id, which spells its name. Each secret gets an
 * alias instead and stands at the end, sorted by alias, since its place among the others would tell as much. The alias
 * is a hash of the id: the same for good, so that a view may use it as a key, and silent about catalogue and category.
 * Order is otherwise kept; nothing is changed in place.
 */
export function withoutSecretIds(achievements: readonly Achievement[]): Achievement[] {
  const secrets = achievements
    .filter((achievement) => achievement.state === 'secret')
    .map((achievement) => ({ ...achievement, id: secretAlias(achievement.id) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...achievements.filter((achievement) => achievement.state !== 'secret'), ...secrets];
}

/** FNV-1a over the id's UTF-16 code units, 32 bits. */
function secretAlias(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `secret-${hash.toString(36)}`;
}
