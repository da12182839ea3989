import type { Achievement, Contribution } from '../../../badges/achievement.ts';
import { ladderOf } from '../../../badges/ladder.ts';
import { metricLabel } from '../../../badges/metricLabels.ts';
import { type CommandContext, freshSnapshot } from '../engine.ts';
import { bar, figure, moment, printable } from '../printable.ts';

/**
 * `show ID`: one badge with criteria, ladder and evidence.
 * @throws Error when there is no such badge
 */
export async function showCommand({ id }: { id: string }, context: CommandContext): Promise<void> {
  const { terminal, common } = context;
  const snapshot = await freshSnapshot(context);
  const badge = snapshot.achievements.find((candidate) => candidate.id === id);
  if (!badge) throw new Error(`There is no badge "${printable(id)}"; "list" shows their IDs`);
  terminal.print(common.json ? JSON.stringify(badge) : describe(badge));
}

function describe(badge: Achievement): string {
  return [
    ...heading(badge),
    ...(badge.state === 'secret' ? [] : ladder(badge)),
    ...(badge.requirements ?? []).flatMap((part) => [
      `  ${figure(part.value)} / ${figure(part.gte)} ${metricLabel(part.metric)}`,
      ...sessions(part.contributors, '    '),
    ]),
    ...(badge.contributors?.length
      ? ['Sessions that contributed most', ...sessions(badge.contributors, '  ')]
      : []),
  ].join('\n');
}

function heading(badge: Achievement): string[] {
  const state = badge.tier ? `${badge.state}, ${badge.tier}` : badge.state;
  const unlocked = badge.unlocked_at === undefined ? '' : ` on ${moment(badge.unlocked_at)}`;
  return [
    `${badge.name}  [${badge.category}]  ${state}${unlocked}`,
    badge.description,
    badge.criteria,
    ...(badge.kept ? ["Kept from earlier history: today's figures alone would not reach it."] : []),
    `${bar(badge.progress_pct, 30)} ${badge.progress_pct}%`,
  ];
}

function ladder(badge: Achievement): string[] {
  return ladderOf(badge).map(
    ({ name, threshold, held }) => `  ${held ? '●' : '○'} ${name.padEnd(9)} ${figure(threshold)}`,
  );
}

function sessions(contributions: readonly Contribution[], indent: string): string[] {
  return contributions.map(
    ({ value, title, session_id }) =>
      `${indent}${figure(value).padStart(9)}  ${printable(title)}  (${printable(session_id)})`,
  );
}
