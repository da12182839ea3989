import type { Recap } from '../../recap/recap.ts';
import { english, type Translate } from '../../words/translate.ts';
import { figure } from '../figures.ts';
import { markdownRow, markdownText } from '../markdownText.ts';
import {
  changeOf,
  comparedTotals,
  daysWords,
  messagesWords,
  recapDays,
  recapTitle,
  totalWords,
} from './words.ts';

/** A recap for people: sums against the period before, what was unlocked or rose, and what was used most. */
export function recapMarkdown(recap: Recap, t: Translate = english): string {
  const { tools, models, folders } = recap;
  const sections = [
    `# ${recapTitle(recap, t)}`,
    recapDays(recap, t),
    totals(recap, t),
    unlocks(recap, t),
    top(
      t('Top tools'),
      [t('Tool'), t('Sessions')],
      tools.map(({ name, sessions }) => [name, sessions]),
    ),
    top(
      t('Top models'),
      [t('Model'), t('Messages')],
      models.map(({ name, messages }) => [name, messages]),
    ),
    top(
      t('Top folders'),
      [t('Folder'), t('Messages')],
      folders.map(({ name, messages }) => [name, messages]),
    ),
    records(recap, t),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function totals(recap: Recap, t: Translate): string {
  const rows = comparedTotals(recap, t).map((total) => {
    const { now, before } = totalWords(total, t);
    return [total.label, now, before, changeOf(total)];
  });
  return tableOf(['', t('This period'), t('Before'), t('Change')], rows);
}

function unlocks({ unlocks }: Recap, t: Translate): string {
  const heading = `## ${t('Unlocked or rose')}`;
  if (unlocks.length === 0) return `${heading}\n\n${t('No badge was unlocked or rose.')}`;
  const rows = unlocks.map(({ name, from_tier, to_tier, day }) => {
    const tier = to_tier === null ? t('Feat') : t(to_tier);
    return [
      `**${markdownText(name)}**`,
      from_tier === null ? tier : t('{0}, from {1}', tier, t(from_tier)),
      day,
    ];
  });
  return `${heading}\n\n${tableOf([t('Badge'), t('Tier'), t('Day')], rows)}`;
}

function top(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly [string, number])[],
): string {
  if (rows.length === 0) return '';
  const cells = rows.map(([name, count]) => [markdownText(name), figure(count)]);
  return `## ${title}\n\n${tableOf(columns, cells)}`;
}

function records({ longest_streak, busiest_day, longest_session }: Recap, t: Translate): string {
  if (busiest_day === null || longest_session === null) return '';
  const { title, messages } = longest_session;
  return [
    `- ${t('Longest streak: {0}', daysWords(longest_streak, t))}`,
    `- ${t('Busiest day: {0}, {1}', busiest_day.day, messagesWords(busiest_day.messages, t))}`,
    `- ${t('Longest session: {0}, {1}', markdownText(title), messagesWords(messages, t))}`,
  ].join('\n');
}

function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map(markdownRow).join('\n');
}
