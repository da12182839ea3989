import type { Achievement } from '../../../badges/achievement.ts';
import { sortAchievements } from '../../../badges/order.ts';
import { type CommandContext, freshSnapshot } from '../engine.ts';
import type { Command } from '../options.ts';
import { bar, figure } from '../printable.ts';
import { type Column, table } from '../table.ts';

const LAYOUT: readonly Column<Achievement>[] = [
  { title: 'Badge', value: (badge) => badge.name },
  { title: 'Category', optional: true, value: (badge) => badge.category },
  { title: 'State', optional: true, value: (badge) => badge.state },
  { title: 'Tier', value: (badge) => badge.tier ?? '' },
  {
    title: 'Progress',
    value: (badge) => `${bar(badge.progress_pct, 10)} ${String(badge.progress_pct).padStart(3)}%`,
  },
  { title: 'Figure', align: 'right', value: figureOf },
  { title: 'ID', optional: true, value: (badge) => (badge.state === 'secret' ? '' : badge.id) },
];

/** `list`: the badges as a table; with `--json` the snapshot, its badges filtered and sorted likewise. */
export async function listCommand(
  command: Extract<Command, { name: 'list' }>,
  context: CommandContext,
): Promise<void> {
  const { terminal, common } = context;
  const snapshot = await freshSnapshot(context);
  const chosen = snapshot.achievements
    .filter((badge) => command.state === undefined || badge.state === command.state)
    .filter((badge) => command.category === undefined || badge.category === command.category);
  const achievements = sortAchievements(chosen, command.sort).slice(0, command.limit);
  if (common.json) return terminal.print(JSON.stringify({ ...snapshot, achievements }));
  if (achievements.length === 0) return terminal.print('No badge fits.');
  terminal.print(table(achievements, LAYOUT, terminal.columns));
}

function figureOf(badge: Achievement): string {
  if (badge.state === 'secret') return '';
  if (badge.next_threshold === null || badge.requirements) return figure(badge.progress);
  return `${figure(badge.progress)} / ${figure(badge.next_threshold)}`;
}
