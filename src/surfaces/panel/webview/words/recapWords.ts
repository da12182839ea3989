import { t } from '@vscode/l10n';
import type { TierName } from '../../../../badges/achievement.ts';
import {
  type ComparedTotal,
  changeOf,
  comparedTotals,
  totalWords,
  type Writing,
} from '../../../../exports/recap/words.ts';
import type { Recap } from '../../../../recap/recap.ts';
import type { RecapUnlock } from '../../../../recap/unlocks.ts';
import { tierName } from './badgeWords.ts';
import { dayOf, dayRange, monthAndYear, realDay, wholeDay } from './days.ts';
import { figure } from './formats.ts';
import { compact, dollars } from './usageWords.ts';
import { daysWords, messagesWords, sessionsWords } from './workWords.ts';

/** A figure of a recap, and what it was in the period before. */
export interface RecapFigure {
  readonly label: string;
  readonly value: string;
  /** "1,020 before, +26%" */
  readonly before: string;
}

/** What became of a badge in the period. */
export interface RecapStep {
  readonly id: string;
  readonly name: string;
  readonly tier: TierName | null;
  /** "Silver → Gold" */
  readonly words: string;
  readonly day: string;
}

export interface RecapTop {
  readonly label: string;
  /** Its names are paths, of which the end tells most. */
  readonly paths: boolean;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

/** "The week of November 16 – 22, 2026" */
export function recapTitle({ period: { kind, since, until } }: Recap): string {
  if (kind === 'month') return monthAndYear(since.slice(0, since.lastIndexOf('-')));
  if (kind === 'year') return t('The year {0}', since.slice(0, since.indexOf('-', 1)));
  const range = dayRange(dayOf(since), dayOf(until));
  return kind === 'week' ? t('The week of {0}', range) : range;
}

export function recapFigures(recap: Recap): RecapFigure[] {
  return comparedTotals(recap, t).map((total) => {
    const { now, before } = totalWords(total, t, WRITING);
    return { label: total.label, value: now, before: beforeWords(total, before) };
  });
}

const WRITING: Writing = { count: figure, tokens: compact, dollars };

function beforeWords(total: ComparedTotal, before: string): string {
  if (total.before === null) return t('not known before');
  return total.before === 0 ? t('none before') : t('{0} before, {1}', before, changeOf(total));
}

export function recapStep({ id, name, from_tier, to_tier, day }: RecapUnlock): RecapStep {
  const tier = tierName(to_tier);
  const words = from_tier === null ? tier : t('{0} → {1}', t(from_tier), tier);
  return { id, name, tier: to_tier, words, day: wholeDay(dayOf(day)) };
}

/** What was used most, where anything was. */
export function recapTops({ tools, models, folders }: Recap): RecapTop[] {
  const messages = (rows: Recap['models']): RecapTop['rows'] =>
    rows.map(({ name, messages: count }) => ({ name, value: messagesWords(count) }));
  return [
    {
      label: t('Top tools'),
      paths: false,
      rows: tools.map(({ name, sessions }) => ({ name, value: sessionsWords(sessions) })),
    },
    { label: t('Top models'), paths: false, rows: messages(models) },
    { label: t('Top folders'), paths: true, rows: messages(folders) },
  ].filter(({ rows }) => rows.length > 0);
}

/** What was longest, and what was most. */
export function recapFacts({ longest_streak, busiest_day, longest_session }: Recap): string[] {
  if (busiest_day === null || longest_session === null) return [];
  const { title, messages } = longest_session;
  return [
    t('Longest streak: {0}', daysWords(longest_streak)),
    t('Busiest day: {0}, {1}', realDay(dayOf(busiest_day.day)), messagesWords(busiest_day.messages)),
    t('Longest session: {0}, {1}', title || t('Untitled session'), messagesWords(messages)),
  ];
}

export function isEmptyRecap({ totals, unlocks, usage }: Recap): boolean {
  return totals.sessions + totals.messages + totals.tool_calls + unlocks.length + usage.total === 0;
}
