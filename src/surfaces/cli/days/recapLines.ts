import {
  type ComparedTotal,
  changeOf,
  comparedTotals,
  recapDays,
  recapTitle,
  totalWords,
} from '../../../exports/recap/words.ts';
import type { Recap } from '../../../recap/recap.ts';
import type { RecapUnlock } from '../../../recap/unlocks.ts';
import { english } from '../../../words/translate.ts';
import { wrap } from '../cells.ts';
import { figure, plural } from '../printable.ts';
import { sessionLines } from '../sessionLines.ts';
import { type Column, table } from '../table.ts';
import { dayNotes, nothingThen } from './notes.ts';

/** A recap for people, in lines of at most so many cells. */
export function recapLines(recap: Recap, columns: number): string {
  const { totals, usage, tools, models, folders, unlocks } = recap;
  const said = (text: string): string => wrap(text, columns);
  const heading = [recapTitle(recap, english), recapDays(recap, english)].map(said).join('\n');
  const notes = dayNotes(recap).map(said);
  if (totals.messages + totals.sessions + totals.tool_calls + usage.total === 0)
    return [heading, said(nothingThen(recap, 'in this time')), ...notes].join('\n');
  const top = (title: string, unit: string, rows: readonly Top[]): string[] =>
    rows.length === 0 ? [] : [topTable(title, unit, rows, columns)];
  return [
    heading,
    table(comparedTotals(recap, english), TOTALS, columns),
    unlocks.length > 0 ? table(unlocks, UNLOCKS, columns) : 'No badge was unlocked or rose.',
    ...top(
      'Tool',
      'Sessions',
      tools.map(({ name, sessions }) => ({ name, count: sessions })),
    ),
    ...top(
      'Model',
      'Messages',
      models.map(({ name, messages }) => ({ name, count: messages })),
    ),
    ...top(
      'Folder',
      'Messages',
      folders.map(({ name, messages }) => ({ name, count: messages })),
    ),
    records(recap, columns),
    ...notes,
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

const LABEL: Column<ComparedTotal> = { title: '', value: ({ label }) => label };
const NOW: Column<ComparedTotal> = {
  title: 'Now',
  align: 'right',
  value: (total) => totalWords(total, english).now,
};
const BEFORE: Column<ComparedTotal> = {
  title: 'Before',
  align: 'right',
  value: (total) => totalWords(total, english).before,
};
const CHANGE: Column<ComparedTotal> = { title: 'Change', align: 'right', value: changeOf };
const TOTALS = [
  [LABEL, NOW, BEFORE, CHANGE],
  [LABEL, NOW, BEFORE],
  [LABEL, NOW],
];

const BADGE: Column<RecapUnlock> = { title: 'Unlocked or rose', value: ({ name }) => name };
const TIER: Column<RecapUnlock> = { title: 'Tier', value: ({ to_tier }) => to_tier ?? 'Feat' };
const FROM: Column<RecapUnlock> = { title: 'From', value: ({ from_tier }) => from_tier ?? '' };
const DAY: Column<RecapUnlock> = { title: 'Day', value: ({ day }) => day };
const UNLOCKS = [
  [BADGE, TIER, FROM, DAY],
  [BADGE, TIER, DAY],
];

interface Top {
  readonly name: string;
  readonly count: number;
}

function topTable(title: string, unit: string, rows: readonly Top[], columns: number): string {
  const name: Column<Top> = { title, value: (row) => row.name };
  const count: Column<Top> = { title: unit, align: 'right', value: (row) => figure(row.count) };
  return table(rows, [[name, count]], columns);
}

function records({ longest_streak, busiest_day, longest_session }: Recap, columns: number): string {
  if (busiest_day === null || longest_session === null) return '';
  return [
    wrap(`Longest streak: ${plural(longest_streak, 'day')}`, columns),
    wrap(`Busiest day: ${busiest_day.day}, ${plural(busiest_day.messages, 'message')}`, columns),
    wrap(`Longest session: ${plural(longest_session.messages, 'message')}`, columns),
    sessionLines(longest_session, columns, '  '),
  ].join('\n');
}
