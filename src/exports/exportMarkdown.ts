import { PRODUCT_NAME } from '../artwork/productMark.ts';
import type { Achievement } from '../badges/achievement.ts';
import { metricLabel } from '../badges/catalogue/metricLabels.ts';
import type { Snapshot } from '../files/shared/snapshot.ts';
import { english, type Translate } from '../words/translate.ts';
import type { ExportOptions } from './exportOptions.ts';
import { figure, percentOf, progressFigure } from './figures.ts';
import { markdownRow, markdownText, textBar } from './markdownText.ts';
import { type CategoryGroup, groupByCategory } from './selection.ts';
import { utcDay, utcMinute } from './utcTime.ts';

const COLUMNS = ['Badge', 'Tier', 'Progress', 'Figure', 'Unlocked', 'Top session', 'What it is'] as const;

/** The badges for people: a table for each category, the unlocked ones unless filtered. */
export function exportMarkdown(snapshot: Snapshot, options: ExportOptions = {}): string {
  const t = options.translate ?? english;
  const { state = 'unlocked', category } = options;
  const groups = groupByCategory(snapshot, { state, category });
  const body = groups.length === 0 ? [t('No badge to show yet.')] : groups.map((group) => section(group, t));
  return `${[`# ${PRODUCT_NAME}`, summary(snapshot, t), ...body].join('\n\n')}\n`;
}

function summary(snapshot: Snapshot, t: Translate): string {
  const { unlocked_count, total_count, secret_count } = snapshot;
  const percent = total_count > 0 ? Math.floor((100 * unlocked_count) / total_count) : 0;
  const at = utcMinute(snapshot.generated_at);
  return [
    `**${t('{0} of {1} unlocked', figure(unlocked_count), figure(total_count))}** ${textBar(percent)} ${percent}%`,
    t('{0} still secret', figure(secret_count)),
    t('{0} sessions', figure(snapshot.scan_meta.sessions_total)),
    at === null ? t('not scanned yet') : t('as of {0}', at),
  ].join(' · ');
}

function section({ category, achievements, unlocked, total }: CategoryGroup, t: Translate): string {
  const columns = COLUMNS.map((name) => t(name));
  return [
    `## ${markdownText(t(category))} (${figure(unlocked)}/${figure(total)})`,
    '',
    markdownRow(columns),
    markdownRow(columns.map(() => '---')),
    ...achievements.map((achievement) => markdownRow(cells(achievement, t))),
  ].join('\n');
}

function cells(achievement: Achievement, t: Translate): string[] {
  const { name, state, tier, description } = achievement;
  const words = markdownText(t(description), 300);
  if (state === 'secret') return [`**${markdownText(name)}**`, t('Secret'), '', '', '', '', words];
  const percent = percentOf(achievement);
  return [
    `**${markdownText(name)}**`,
    tier === null ? '' : t(tier),
    `${textBar(percent)} ${percent}%`,
    figures(achievement, t),
    unlockCell(achievement, t),
    topSession(achievement),
    words,
  ];
}

function figures(achievement: Achievement, t: Translate): string {
  const { requirements } = achievement;
  if (requirements === undefined) return progressFigure(achievement);
  return requirements
    .map(
      ({ metric, value, gte }) => `${markdownText(t(metricLabel(metric)))} ${figure(value)} / ${figure(gte)}`,
    )
    .join(' · ');
}

function unlockCell({ unlocked, unlocked_at, kept }: Achievement, t: Translate): string {
  if (!unlocked) return '';
  const day = utcDay(unlocked_at) ?? t('yes');
  return kept ? `${day} (${t('kept from earlier history')})` : day;
}

function topSession({ evidence, contributors, requirements }: Achievement): string {
  const top = evidence ?? contributors?.[0] ?? requirements?.[0]?.contributors[0];
  return top ? `${markdownText(top.title)} (${figure(top.value)})` : '';
}
