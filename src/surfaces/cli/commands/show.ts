import type { Achievement, Contribution } from '../../../badges/achievement.ts';
import { metricLabel } from '../../../badges/catalogue/metricLabels.ts';
import { ladderOf } from '../../../badges/ladder.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { argument } from '../arguments/parameters.ts';
import { badgeNamed } from '../badgeNamed.ts';
import { wrap } from '../cells.ts';
import { freshSnapshot } from '../engine.ts';
import { bar, figure, moment, printable } from '../printable.ts';
import { sessionLines } from '../sessionLines.ts';

/** `show BADGE`: one badge, with criteria, ladder and evidence. Fails when there is no such badge. */
export const command = defineCommand({
  takes: { badge: argument('<BADGE>', 'its name or ID; "list" shows those of all') },
  example: ['show', 'Let Him Cook'],
  async run({ badge: asked }, context) {
    const { terminal, common } = context;
    const badge = badgeNamed(asked, (await freshSnapshot(context)).achievements);
    terminal.print(common.json ? JSON.stringify(badge) : describe(badge, terminal.columns));
  },
});

function describe(badge: Achievement, columns: number): string {
  return [
    ...heading(badge).map((line) => wrap(printable(line), columns)),
    ...(badge.state === 'secret' ? [] : ladder(badge)),
    ...(badge.requirements ?? []).flatMap((part) => [
      wrap(`  ${figure(part.value)} / ${figure(part.gte)} ${metricLabel(part.metric)}`, columns, '    '),
      ...sessions(part.contributors, '    ', columns),
    ]),
    ...(badge.contributors?.length
      ? ['Sessions that contributed most', ...sessions(badge.contributors, '  ', columns)]
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

function sessions(contributions: readonly Contribution[], indent: string, columns: number): string[] {
  return contributions.map(({ value, title, session_id }) =>
    sessionLines({ title, id: session_id }, columns, `${indent}${figure(value).padStart(9)}  `),
  );
}
