import { type Achievement, CATEGORIES, type Category } from '../badges/achievement.ts';
import { redactSecret } from '../badges/secrets/redact.ts';
import type { Snapshot } from '../files/shared/snapshot.ts';
import type { ExportOptions } from './exportOptions.ts';

export interface CategoryGroup {
  category: Category;
  achievements: Achievement[];
  /** Of all badges of the category, not only the chosen ones. */
  unlocked: number;
  total: number;
}

/**
 * The badges to export, in the snapshot's order with the secrets after all others, where their place tells nothing.
 * Secrets are redacted again, since a snapshot that another program wrote need not be.
 */
export function selectAchievements(
  { achievements }: Snapshot,
  { state, category }: Pick<ExportOptions, 'state' | 'category'>,
): Achievement[] {
  const chosen = achievements.filter(
    (achievement) =>
      (state === undefined || achievement.state === state) &&
      (category === undefined || achievement.category === category),
  );
  return [
    ...chosen.filter((achievement) => achievement.state !== 'secret'),
    ...chosen
      .filter((achievement) => achievement.state === 'secret')
      .map(redactSecret)
      .sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category)),
  ];
}

/** The badges to export under their categories; a category with none of them is left out. */
export function groupByCategory(
  snapshot: Snapshot,
  options: Pick<ExportOptions, 'state' | 'category'>,
): CategoryGroup[] {
  const chosen = selectAchievements(snapshot, options);
  return CATEGORIES.map((category) => {
    const all = snapshot.achievements.filter((achievement) => achievement.category === category);
    return {
      category,
      achievements: chosen.filter((achievement) => achievement.category === category),
      unlocked: all.filter((achievement) => achievement.unlocked).length,
      total: all.length,
    };
  }).filter((group) => group.achievements.length > 0);
}
