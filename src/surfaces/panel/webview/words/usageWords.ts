import { t } from '@vscode/l10n';
import { plainLine } from '../../../../artwork/plainText.ts';
import type { Grouping } from '../../../../usage/groups.ts';
import type { UsagePeriod } from '../../../../usage/period.ts';
import type { RowName } from '../../../../usage/tally.ts';
import type { UsageShown } from '../../protocol/questions.ts';
import type { UsageColumnName } from '../../protocol/viewState.ts';
import type { Part } from '../model/usageBars.ts';
import { dayOf, mediumDay, monthAndYear } from './days.ts';
import { figure } from './formats.ts';
import { sessionsWords } from './workWords.ts';

const LOCALE: string | undefined = globalThis.document?.documentElement.lang || undefined;
const COMPACT = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });
const DOLLARS = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD' });
const CENTS_PARTS = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 6,
});
const PERCENT = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 });
const LONGEST_NAME = 300;

type Figures = UsageShown['report']['totals'];

/** "1.2M" */
export function compact(value: number): string {
  return COMPACT.format(value);
}

/** "83.5%" @param share 0 to 1 */
export function percent(share: number): string {
  return PERCENT.format(share);
}

/** "$0.84"; less than a cent is told exactly, to a millionth. */
export function dollars(amount: number): string {
  return (amount > 0 && amount < 0.01 ? CENTS_PARTS : DOLLARS).format(amount);
}

export function tokensWords(count: number): string {
  return count === 1 ? t('1 token') : t('{0} tokens', figure(count));
}

export function partName(part: Part): string {
  switch (part) {
    case 'input':
      return t('Input');
    case 'output':
      return t('Output');
    case 'cache_read':
      return t('Cache read');
    case 'cache_write':
      return t('Cache write');
  }
}

export function groupingName(by: Grouping): string {
  switch (by) {
    case 'day':
      return t('Day');
    case 'week':
      return t('Week');
    case 'month':
      return t('Month');
    case 'model':
      return t('Model');
    case 'provider':
      return t('Provider');
    case 'source':
      return t('Source');
    case 'project':
      return t('Folder');
    case 'task':
      return t('Task');
    case 'session':
      return t('Session');
  }
}

export function columnName(column: UsageColumnName, by: Grouping): string {
  switch (column) {
    case 'key':
      return groupingName(by);
    case 'sessions':
      return t('Sessions');
    case 'api_calls':
      return t('Calls');
    case 'reasoning':
      return t('Reasoning');
    case 'total':
      return t('Total');
    case 'cost':
      return t('Cost');
    default:
      return partName(column);
  }
}

export function periodName(period: UsagePeriod): string {
  if ('last' in period) return period.last === 365 ? t('A year') : t('{0} days', period.last);
  if ('this' in period) return t('This month');
  return 'all' in period ? t('Everything') : t('From … to …');
}

/** What a row is called. @param title of a session */
export function rowName({ by, key }: RowName, title?: string): string {
  if (by === 'session') return title || t('Untitled session');
  if (key === null) return by === 'provider' ? t('no provider') : t('no folder');
  if (by === 'day') return mediumDay(dayOf(key));
  if (by === 'month') return monthAndYear(key);
  if (by === 'week')
    return t('Week {0} of {1}', Number(key.slice(key.lastIndexOf('W') + 1)), key.split('-W')[0]!);
  if (key === 'unknown') return t('unknown');
  if (by === 'task' && key === 'main') return t('main loop');
  return plainLine(key, LONGEST_NAME);
}

/** "$1.20 + ~$0.30"; where no dollars are known, why: "not priced", "by subscription". */
export function costWords({ cost, total }: Figures): string {
  const { actual, estimated, unpriced_tokens, included_sessions } = cost;
  const known = [
    actual === null ? '' : dollars(actual),
    estimated === null ? '' : t('~{0}', dollars(estimated)),
  ].filter(Boolean);
  if (known.length > 0) return known.join(' + ');
  if (total === 0) return '';
  if (unpriced_tokens > 0) return t('not priced');
  return included_sessions > 0 ? t('by subscription') : '';
}

/** The same where there is no room: all dollars together, "about" where some of them are estimated. */
export function shortCostWords(figures: Figures): string {
  const { actual, estimated } = figures.cost;
  if (actual === null || estimated === null) return costWords(figures);
  return t('~{0}', dollars(actual + estimated));
}

/** Everything that there is of it, at length. */
export function costStory({ cost }: Figures): string {
  const { actual, estimated, unpriced_tokens, included_sessions } = cost;
  const parts: string[] = [];
  if (actual !== null) parts.push(t('{0} billed', dollars(actual)));
  if (estimated !== null) parts.push(t('{0} estimated by Hermes', dollars(estimated)));
  if (included_sessions > 0) parts.push(t('by subscription: {0}', sessionsWords(included_sessions)));
  if (unpriced_tokens > 0) parts.push(t('not priced: {0}', tokensWords(unpriced_tokens)));
  return parts.join(' · ');
}

/** "1,200 tokens: 800 input, 400 output, …" */
export function tokensStory(total: number, parts: readonly (readonly [Part, number])[]): string {
  const said = parts
    .filter(([, value]) => value > 0)
    .map(([part, value]) => t('{0} {1}', figure(value), partName(part)));
  return said.length > 1 ? t('{0}: {1}', tokensWords(total), said.join(', ')) : tokensWords(total);
}
