import type { Achievement } from '../../../badges/achievement.ts';
import { badgesOfSession } from '../../../badges/sessionBadges.ts';
import { statsOfSession } from '../../../scanning/analysis/oneSession.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { argument } from '../arguments/parameters.ts';
import { wrap } from '../cells.ts';
import { figure, plural, printable } from '../printable.ts';
import { sessionLines } from '../sessionLines.ts';
import { type Column, table } from '../table.ts';

const NAME: Column<Achievement> = { title: 'Badge', value: (badge) => badge.name };
const TIER: Column<Achievement> = { title: 'Tier', value: (badge) => badge.tier ?? '' };
const FIGURE: Column<Achievement> = {
  title: 'Figure',
  align: 'right',
  value: (badge) => figure(badge.progress),
};
const CATEGORY: Column<Achievement> = { title: 'Category', value: (badge) => badge.category };

/** `session ID`: the badges that one session alone would earn. Fails when the history has no such session. */
export const command = defineCommand({
  details: 'Its title, its figures, and the badges that they would reach.',
  takes: { id: argument('<ID>', 'its ID; "show" has those of the sessions behind a badge') },
  example: ['session', '20260214_093000_a1b2c3'],
  async run({ id }, { terminal, common, home }) {
    const stats = await statsOfSession(home, id, common.history);
    if (!stats) throw new Error(`There is no session "${printable(id)}" in this history`);
    const badges = badgesOfSession(stats);
    if (common.json) return terminal.print(JSON.stringify({ session: stats, achievements: badges }));
    const { columns } = terminal;
    const counts = [
      plural(stats.message_count, 'message'),
      plural(stats.tool_call_count, 'tool call'),
      `${figure(stats.error_count)} with errors`,
    ];
    terminal.print(sessionLines({ title: stats.title, id: stats.session_id }, columns));
    terminal.print(wrap(counts.join(', '), columns));
    if (badges.length === 0) return terminal.print('On its own it would earn no badge yet.');
    const layouts = [
      [NAME, TIER, FIGURE, CATEGORY],
      [NAME, TIER, FIGURE],
    ];
    terminal.print(table(badges, layouts, columns));
  },
});
