import { ACHIEVEMENT_STATES, type Achievement, CATEGORIES } from '../../../badges/achievement.ts';
import { SORT_KEYS, sortAchievements } from '../../../badges/catalogue/order.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { choice, wholeNumber } from '../arguments/parameters.ts';
import { freshSnapshot } from '../engine.ts';
import { bar, figure, plural } from '../printable.ts';
import { type Column, table } from '../table.ts';

type BadgeColumn = Column<Achievement>;

const NAME: BadgeColumn = { title: 'Badge', value: (badge) => badge.name };
const CATEGORY: BadgeColumn = { title: 'Category', value: (badge) => badge.category };
const STATE: BadgeColumn = { title: 'State', value: (badge) => badge.state };
const TIER: BadgeColumn = { title: 'Tier', value: (badge) => badge.tier ?? '' };
const PROGRESS: BadgeColumn = {
  title: 'Progress',
  value: (badge) => `${bar(badge.progress_pct, 10)} ${String(badge.progress_pct).padStart(3)}%`,
};
const PERCENT: BadgeColumn = { title: '%', align: 'right', value: (badge) => String(badge.progress_pct) };
const FIGURE: BadgeColumn = { title: 'Figure', align: 'right', value: figureOf };
const REACHED: BadgeColumn = { title: 'Reached', value: (badge) => badge.reached.at(-1)?.day ?? '' };
/** About how long the next tier takes. */
const PACE: BadgeColumn = {
  title: 'Next in',
  align: 'right',
  value: ({ pace }) => (pace ? `~${plural(pace.days, 'day')}` : ''),
};
/** What `show` asks for: there whatever the width. */
const ID: BadgeColumn = { title: 'ID', value: (badge) => (badge.state === 'secret' ? '' : badge.id) };
/** Where there is no room for names, an ID says as much. */
const ID_ALONE: BadgeColumn = {
  title: 'ID',
  value: (badge) => (badge.state === 'secret' ? badge.name : badge.id),
};

const LAYOUTS: readonly (readonly BadgeColumn[])[] = [
  [NAME, CATEGORY, STATE, TIER, REACHED, PROGRESS, FIGURE, PACE, ID],
  [NAME, TIER, REACHED, PROGRESS, FIGURE, PACE, ID],
  [NAME, STATE, TIER, PROGRESS, FIGURE, ID],
  [NAME, TIER, PROGRESS, FIGURE, ID],
  [NAME, TIER, PERCENT, FIGURE, ID],
  [NAME, TIER, PERCENT, ID],
  [ID_ALONE, TIER, PERCENT, FIGURE],
  [ID_ALONE, TIER, PERCENT],
  [ID_ALONE, PERCENT],
  [ID_ALONE],
];

/** `list`: the badges as a table; with `--json` the snapshot, its badges filtered and sorted likewise. */
export const command = defineCommand({
  details: 'With --json it prints the snapshot with the badges that were chosen.',
  takes: {
    state: choice(
      '--state <S>',
      `only the badges in this state: ${ACHIEVEMENT_STATES.join(', ')}`,
      ACHIEVEMENT_STATES,
    ),
    category: choice(
      '--category <C>',
      `only the badges of this category: ${CATEGORIES.join(', ')}`,
      CATEGORIES,
    ),
    sort: choice(
      '--sort <K>',
      `by which to sort: ${SORT_KEYS.join(', ')} (else nearest)`,
      SORT_KEYS,
      'nearest',
    ),
    limit: wholeNumber('--limit <N>', 'at most so many'),
  },
  example: ['list', '--category', 'Vibe Coding', '--sort', 'nearest', '--limit', '5'],
  async run({ state, category, sort, limit }, context) {
    const { terminal, common } = context;
    const snapshot = await freshSnapshot(context);
    const chosen = snapshot.achievements
      .filter((badge) => state === undefined || badge.state === state)
      .filter((badge) => category === undefined || badge.category === category);
    const achievements = sortAchievements(chosen, sort).slice(0, limit);
    if (common.json) return terminal.print(JSON.stringify({ ...snapshot, achievements }));
    if (achievements.length === 0) return terminal.print('No badge fits.');
    terminal.print(table(achievements, LAYOUTS, terminal.columns));
  },
});

function figureOf(badge: Achievement): string {
  if (badge.state === 'secret') return '';
  if (badge.next_threshold === null || badge.requirements) return figure(badge.progress);
  return `${figure(badge.progress)} / ${figure(badge.next_threshold)}`;
}
