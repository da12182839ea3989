import { dayOfIso } from '../../calendar/isoDay.ts';
import { isoWeekOf } from '../../calendar/periods.ts';
import type { Recap } from '../../recap/recap.ts';
import type { Translate } from '../../words/translate.ts';
import { figure } from '../figures.ts';

/** What a recap is called: after its week, month or year, else after nothing. */
export function recapTitle({ period }: Recap, t: Translate): string {
  switch (period.kind) {
    case 'week':
      return t('Recap of the week {0}', isoWeekOf(dayOfIso(period.since)!));
    case 'month':
      return t('Recap of the month {0}', period.since.slice(0, 7));
    case 'year':
      return t('Recap of the year {0}', period.since.slice(0, 4));
    case 'range':
      return t('Recap');
  }
}

/** Its days, and those it is held against. */
export function recapDays({ period, before }: Recap, t: Translate): string {
  return t('{0} to {1}, against {2} to {3}', period.since, period.until, before.since, before.until);
}

/** A sum of a recap, with what it was in the period before. */
export interface ComparedTotal {
  readonly label: string;
  readonly now: number;
  readonly before: number;
}

export function comparedTotals({ totals, totals_before }: Recap, t: Translate): ComparedTotal[] {
  return [
    { label: t('Sessions'), now: totals.sessions, before: totals_before.sessions },
    { label: t('Messages'), now: totals.messages, before: totals_before.messages },
    { label: t('Tool calls'), now: totals.tool_calls, before: totals_before.tool_calls },
    { label: t('Active days'), now: totals.active_days, before: totals_before.active_days },
  ];
}

/** `+25%`, `-3%`, `±0%`; empty where there was nothing to grow from. */
export function changeOf({ now, before }: Pick<ComparedTotal, 'now' | 'before'>): string {
  if (before === 0) return '';
  const percent = Math.round((100 * (now - before)) / before);
  return `${percent > 0 ? '+' : percent === 0 ? '±' : ''}${figure(percent)}%`;
}

export function messagesWords(count: number, t: Translate): string {
  return count === 1 ? t('1 message') : t('{0} messages', figure(count));
}

export function daysWords(count: number, t: Translate): string {
  return count === 1 ? t('1 day') : t('{0} days', figure(count));
}
