import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import { isoMonthOf, isoWeekOf } from '../calendar/periods.ts';
import type { UseKey } from '../hermes/usage/use.ts';
import { compareCodePoints } from './codePoints.ts';

/** What usage may be summed up by. */
export const GROUPINGS = [
  'day',
  'week',
  'month',
  'model',
  'provider',
  'source',
  'project',
  'task',
  'session',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What tells the row of a session that used nothing. */
export interface SessionKeys {
  readonly id: string;
  readonly source: string;
  readonly project: string | null;
}

const UNKNOWN = 'unknown';
const MAIN_TASK = 'main';

/** Groupings that tell the row of what was used only: a session that used nothing has no model. */
const BY_USE = {
  model: ({ model }: UseKey): string => model.slice(model.lastIndexOf('/') + 1) || UNKNOWN,
  provider: ({ provider }: UseKey): string | null => provider || null,
  task: ({ task }: UseKey): string => task || MAIN_TASK,
} as const;

const PERIODS = { day: isoOfDay, week: isoWeekOf, month: isoMonthOf } as const;

/** The key of the row that something belongs to; undefined for a session as such where what was used decides. */
export type RowKey = (session: SessionKeys, day: LocalDay, use?: UseKey) => string | null | undefined;

/** Made once for a report: the days of a history are far fewer than what happened on them. */
export function rowKeyBy(grouping: Grouping): RowKey {
  switch (grouping) {
    case 'day':
    case 'week':
    case 'month': {
      const periods = new Map<LocalDay, string>();
      return (_session, day) => {
        const known = periods.get(day);
        if (known !== undefined) return known;
        const period = PERIODS[grouping](day);
        periods.set(day, period);
        return period;
      };
    }
    case 'model':
    case 'provider':
    case 'task':
      return (_session, _day, use) => use && BY_USE[grouping](use);
    case 'source':
      return ({ source }) => source;
    case 'project':
      return ({ project }) => project;
    case 'session':
      return ({ id }) => id;
  }
}

export function sourceKey(source: string | null): string {
  return source || UNKNOWN;
}

export interface Ranked {
  readonly key: string | null;
  readonly total: number;
}

/** The order of a report's rows: periods rise; of all else the most comes first, and of equals the least key, null last. */
export function rowOrder(grouping: Grouping): (a: Ranked, b: Ranked) => number {
  return grouping in PERIODS ? byKey : (a, b) => b.total - a.total || byKey(a, b);
}

function byKey(a: Ranked, b: Ranked): number {
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
  return compareCodePoints(a.key, b.key);
}
