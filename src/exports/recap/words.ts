import { dayOfIso } from '../../calendar/isoDay.ts';
import { isoWeekOf } from '../../calendar/periods.ts';
import type { TimeUnit } from '../../calendar/timeUnits.ts';
import type { Recap } from '../../recap/recap.ts';
import type { UsageFigures } from '../../usage/sums.ts';
import type { Translate } from '../../words/translate.ts';
import { dollars, figure } from '../figures.ts';

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

/** What bars of messages by such units are called. */
export function messagesBy(unit: TimeUnit, t: Translate): string {
  return { day: t('Messages by day'), week: t('Messages by week'), month: t('Messages by month') }[unit];
}

/** A sum of a recap, with what it was in the period before. */
export interface ComparedTotal {
  readonly label: string;
  readonly unit: 'count' | 'tokens' | 'dollars';
  readonly now: number;
  /** Null where it is not known. */
  readonly before: number | null;
  /** Some of the dollars are Hermes' estimates. */
  readonly isEstimated: boolean;
}

/** What is not known is not told: tokens where there are none in either period, dollars where there are none in this. */
export function comparedTotals(recap: Recap, t: Translate): ComparedTotal[] {
  const { totals, totals_before, usage, usage_before } = recap;
  const total = (
    label: string,
    now: number,
    before: number | null,
    unit: ComparedTotal['unit'] = 'count',
  ) => ({
    label,
    unit,
    now,
    before,
    isEstimated: false,
  });
  const work = [
    total(t('Sessions'), totals.sessions, totals_before.sessions),
    total(t('Messages'), totals.messages, totals_before.messages),
    total(t('Tool calls'), totals.tool_calls, totals_before.tool_calls),
    total(t('Active days'), totals.active_days, totals_before.active_days),
  ];
  if (usage.total + usage_before.total === 0) return work;
  const tokens = total(t('Tokens'), usage.total, usage_before.total, 'tokens');
  const spent = dollarsOf(usage);
  if (spent === null) return [...work, tokens];
  const dollars = total(t('Dollars'), spent, dollarsOf(usage_before), 'dollars');
  return [...work, tokens, { ...dollars, isEstimated: usage.cost.estimated !== null }];
}

/** Billed and estimated ones; null where none are known. */
function dollarsOf({ cost: { actual, estimated } }: UsageFigures): number | null {
  return actual === null && estimated === null ? null : (actual ?? 0) + (estimated ?? 0);
}

/** How numbers are written. */
export interface Writing {
  readonly count: (value: number) => string;
  readonly tokens: (value: number) => string;
  readonly dollars: (value: number) => string;
}

const IN_FULL: Writing = { count: figure, tokens: figure, dollars };

/** What a sum is now, and what it was before: "1,284", "~$3.20". */
export function totalWords(
  { now, before, unit, isEstimated }: ComparedTotal,
  t: Translate,
  writing: Writing = IN_FULL,
): { readonly now: string; readonly before: string } {
  const written = (value: number): string =>
    isEstimated ? t('~{0}', writing[unit](value)) : writing[unit](value);
  return { now: written(now), before: before === null ? t('no data') : written(before) };
}

/** `+25%`, `-3%`, `±0%`; empty where there was nothing to grow from. */
export function changeOf({ now, before }: Pick<ComparedTotal, 'now' | 'before'>): string {
  if (!before) return '';
  const percent = Math.round((100 * (now - before)) / before);
  return `${percent > 0 ? '+' : percent === 0 ? '±' : ''}${figure(percent)}%`;
}

export function messagesWords(count: number, t: Translate): string {
  return count === 1 ? t('1 message') : t('{0} messages', figure(count));
}

export function daysWords(count: number, t: Translate): string {
  return count === 1 ? t('1 day') : t('{0} days', figure(count));
}
