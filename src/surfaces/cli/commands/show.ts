import type { Achievement, Contribution, Pace } from '../../../badges/achievement.ts';
import { metricLabel } from '../../../badges/catalogue/metricLabels.ts';
import { ladderOf } from '../../../badges/ladder.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { argument } from '../arguments/parameters.ts';
import { badgeNamed } from '../badgeNamed.ts';
import { wrap } from '../cells.ts';
import { freshSnapshot } from '../engine.ts';
import { bar, figure, moment, plural, printable } from '../printable.ts';
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
  const day = badge.reached.at(-1)?.day;
  return [
    `${badge.name}  [${badge.category}]  ${state}${day === undefined ? '' : ` on ${day}`}`,
    badge.description,
    badge.criteria,
    ...(badge.kept ? ["Kept from earlier history: today's figures alone would not reach it."] : []),
    ...noticed(badge),
    `${bar(badge.progress_pct, 30)} ${badge.progress_pct}%`,
    ...(badge.pace ? [paceLine(badge.pace)] : []),
  ];
}

/** When it was noticed, if that was later. */
function noticed({ unlocked_at, reached }: Achievement): string[] {
  if (unlocked_at === undefined) return [];
  const at = moment(unlocked_at);
  return reached[0] && at.slice(0, reached[0].day.length) <= reached[0].day ? [] : [`Noticed on ${at}.`];
}

function paceLine({ days, a_day }: Pace): string {
  const growth = a_day.toLocaleString('en-US', { maximumSignificantDigits: 2 });
  return `About ${plural(days, 'day')} at your pace of the last 30, ${growth} a day.`;
}

/** Each tier with the day on which it was reached, as far as one is known. */
function ladder(badge: Achievement): string[] {
  const steps = ladderOf(badge);
  const width = Math.max(...steps.map(({ threshold }) => figure(threshold).length));
  return steps.map(({ name, threshold, held }) => {
    const day = badge.reached.find(({ tier }) => tier === name)?.day ?? '';
    return `  ${held ? '●' : '○'} ${name.padEnd(9)} ${figure(threshold).padStart(width)}  ${day}`.trimEnd();
  });
}

function sessions(contributions: readonly Contribution[], indent: string, columns: number): string[] {
  return contributions.map(({ value, title, session_id }) =>
    sessionLines({ title, id: session_id }, columns, `${indent}${figure(value).padStart(9)}  `),
  );
}
