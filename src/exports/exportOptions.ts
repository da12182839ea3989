import type { AchievementState, Category } from '../badges/achievement.ts';
import type { Translate } from '../words/translate.ts';

export interface ExportOptions {
  /** Only badges in this state. Without it JSON holds all of them, Markdown and SVG the unlocked ones. */
  state?: AchievementState | undefined;
  category?: Category | undefined;
  /** The language of Markdown and SVG; English without it. JSON is for programs and always English. */
  translate?: Translate | undefined;
}
