import { badgesOfSession } from '../../../badges/sessionBadges.ts';
import { statsOfSession } from '../../../scanning/statsOfSession.ts';
import type { CommandContext } from '../engine.ts';
import { figure, printable } from '../printable.ts';
import { table } from '../table.ts';

/**
 * `session ID`: the badges that one session alone would earn.
 * @throws Error when the database cannot be read or has no such session
 */
export async function sessionCommand({ id }: { id: string }, context: CommandContext): Promise<void> {
  const { terminal, common, home } = context;
  const stats = await statsOfSession(home, id, common.history);
  if (!stats) throw new Error(`There is no session "${printable(id)}" in this history`);
  const badges = badgesOfSession(stats);
  if (common.json) return terminal.print(JSON.stringify({ session: stats, achievements: badges }));
  terminal.print(
    `${printable(stats.title)}  (${printable(stats.session_id)})\n` +
      `${figure(stats.message_count)} messages, ${figure(stats.tool_call_count)} tool calls, ` +
      `${figure(stats.error_count)} with errors`,
  );
  if (badges.length === 0) return terminal.print('On its own it would earn no badge yet.');
  terminal.print(
    table(
      badges,
      [
        { title: 'Badge', value: (badge) => badge.name },
        { title: 'Tier', value: (badge) => badge.tier ?? '' },
        { title: 'Figure', align: 'right', value: (badge) => figure(badge.progress) },
        { title: 'Category', optional: true, value: (badge) => badge.category },
      ],
      terminal.columns,
    ),
  );
}
