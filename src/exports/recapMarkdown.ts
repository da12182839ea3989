import type { RecapTexts } from '../artwork/recapTexts.ts';
import { english, type Translate } from '../words/translate.ts';
import { markdownRow, markdownText } from './markdownText.ts';

/** A recap for a post or a diary: what it says in words, as headings and tables. */
export function recapMarkdown(texts: RecapTexts, translate: Translate = english): string {
  const t = translate;
  const parts = [
    `# ${markdownText(texts.title)}`,
    table(
      [t('Figure'), t('Then'), t('Before')],
      texts.figures.map(({ label, value, before }) => [label, value, before]),
    ),
    ...(texts.unlocks.length > 0
      ? [
          `## ${t('Unlocked and risen')}`,
          table(
            [t('Badge'), t('Tier'), t('Day')],
            texts.unlocks.map(({ name, words, day }) => [name, words, day]),
          ),
        ]
      : []),
    ...texts.tops.map(({ label, rows }) =>
      [
        `## ${markdownText(label)}`,
        '',
        ...rows.map(({ name, value }) => `- ${markdownText(name)} (${markdownText(value)})`),
      ].join('\n'),
    ),
    ...texts.facts.map((fact) => markdownText(fact, 300)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows]
    .map((cells, index) => markdownRow(index === 1 ? cells : cells.map((cell) => markdownText(cell))))
    .join('\n');
}
