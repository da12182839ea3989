import type { Achievement } from '../../../../badges/achievement.ts';
import {
  CATEGORY_FILTERS,
  type CategoryFilter,
  STATE_FILTERS,
  type StateFilter,
  type ViewState,
} from '../../protocol/viewState.ts';

/** The words of a badge that stand on its card, to be searched. */
export type VisibleWords = (badge: Achievement) => string;

type Filters = Pick<ViewState, 'state' | 'category' | 'search'>;

/** The badges to show. A search finds badges that show every one of its words. */
export function filteredBadges(
  badges: readonly Achievement[],
  view: Filters,
  words: VisibleWords,
): Achievement[] {
  return badges.filter(filter(view, words));
}

/** For each state, how many badges would be shown if it were chosen, all else as it is. */
export function countByState(
  badges: readonly Achievement[],
  view: Filters,
  words: VisibleWords,
): Record<StateFilter, number> {
  const candidates = badges.filter(filter({ ...view, state: 'all' }, words));
  return counts(STATE_FILTERS, candidates, (badge) => badge.state);
}

/** For each category, how many badges would be shown if it were chosen, all else as it is. */
export function countByCategory(
  badges: readonly Achievement[],
  view: Filters,
  words: VisibleWords,
): Record<CategoryFilter, number> {
  const candidates = badges.filter(filter({ ...view, category: 'all' }, words));
  return counts(CATEGORY_FILTERS, candidates, (badge) => badge.category);
}

function filter({ state, category, search }: Filters, words: VisibleWords): (badge: Achievement) => boolean {
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  return (badge) =>
    (state === 'all' || badge.state === state) &&
    (category === 'all' || badge.category === category) &&
    (wanted.length === 0 || contains(folded(words(badge)), wanted));
}

function contains(text: string, wanted: readonly string[]): boolean {
  return wanted.every((word) => text.includes(word));
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function counts<Key extends string>(
  keys: readonly Key[],
  badges: readonly Achievement[],
  keyOf: (badge: Achievement) => string,
): Record<Key, number> {
  return Object.fromEntries(
    keys.map((key) => [
      key,
      key === 'all' ? badges.length : badges.filter((badge) => keyOf(badge) === key).length,
    ]),
  ) as Record<Key, number>;
}
