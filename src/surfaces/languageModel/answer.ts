import type { Achievement } from '../../badges/achievement.ts';
import { sortAchievements } from '../../badges/catalogue/order.ts';
import {
  countTiers,
  highestTier,
  nearestBadges,
  overallProgress,
  promisingCategories,
  strongestCategories,
} from '../../badges/summary.ts';
import { utcInstant } from '../../exports/utcTime.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { badgeDetail, badgeLine } from './badgeAnswer.ts';
import type { Question } from './question.ts';

const NO_SUCH_BADGE =
  'No badge that is visible to the user has this name. Ask for "unlocked" or "nearest" to learn names.';

/**
 * Answers a model's question from the snapshot alone: badges, figures, and for a single badge the titles of sessions.
 * Secrets are left out, whatever the snapshot tells of them; a question for one is answered like one for a badge that
 * does not exist.
 * @param sample whether the history shown is the made-up one
 * @returns JSON, English for the model; keys without a value are left out
 */
export function answerQuestion(snapshot: Snapshot, question: Question, sample: boolean): string {
  const visible = snapshot.achievements.filter((badge) => badge.state !== 'secret');
  return JSON.stringify({ ...source(snapshot, sample), ...body(snapshot, visible, question) });
}

/** What the figures are worth. */
function source(snapshot: Snapshot, sample: boolean): object {
  const figuresFrom = utcInstant(snapshot.generated_at);
  const { mode } = snapshot.scan_meta;
  return {
    figures_from: figuresFrom ?? 'nowhere yet: the history is being read for the first time, ask again soon',
    still_reading: mode === 'pending' || mode === 'in_progress' ? true : undefined,
    being_refreshed: snapshot.is_stale || undefined,
    made_up_sample_history: sample || undefined,
  };
}

function body(snapshot: Snapshot, visible: readonly Achievement[], question: Question): object {
  switch (question.question) {
    case 'summary':
      return summary(snapshot, visible);
    case 'unlocked': {
      const unlocked = visible.filter((badge) => badge.unlocked);
      const newestFirst = sortAchievements(unlocked, 'recent').slice(0, question.limit);
      return { unlocked_count: unlocked.length, unlocked: newestFirst.map(badgeLine) };
    }
    case 'nearest':
      return { nearest: nearestBadges(visible, question.limit).map(badgeLine) };
    case 'badge': {
      const badge = find(visible, question.badge);
      return badge ? { badge: badgeDetail(badge) } : { problem: NO_SUCH_BADGE };
    }
  }
}

function summary(snapshot: Snapshot, visible: readonly Achievement[]): object {
  return {
    unlocked_count: snapshot.unlocked_count,
    discovered_count: snapshot.discovered_count,
    secret_count: snapshot.secret_count,
    total_count: snapshot.total_count,
    percent_of_all_tiers: overallProgress(snapshot.achievements),
    highest_tier: highestTier(visible),
    badges_by_tier: Object.fromEntries(countTiers(visible).map(({ tier, count }) => [tier, count])),
    strongest_categories: strongestCategories(visible, 3),
    promising_categories: promisingCategories(visible, 3),
    sessions: snapshot.scan_meta.sessions_total,
  };
}

/** By name or id, however it is written: models change case, spaces and apostrophes. */
function find(badges: readonly Achievement[], wanted: string): Achievement | undefined {
  const key = letters(wanted);
  return badges.find(({ id, name }) => letters(name) === key || letters(id) === key);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
