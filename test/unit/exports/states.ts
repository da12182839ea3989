import type { AchievementState } from '../../../src/badges/achievement.ts';

export const ACHIEVEMENT_STATES: readonly AchievementState[] = ['unlocked', 'discovered', 'secret'];
