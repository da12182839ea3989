import { dayOfIso } from '../../calendar/isoDay.ts';
import { localDayOf } from '../../calendar/localDay.ts';
import type { AskedUsage } from '../../scanning/questions.ts';
import type { UsageReport } from '../../usage/report.ts';

/** What was used in some days. */
export interface UsedLately {
  /** How many days, today included. */
  readonly days: number;
  readonly tokens: number;
  /** Billed and estimated; null where none are known. */
  readonly dollars: number | null;
  /** Some of the dollars are Hermes' estimates. */
  readonly isEstimated: boolean;
}

/** Today, a week, a month. */
const SPANS = [1, 7, 30] as const;

export const LATELY: AskedUsage = { kind: 'usage', period: { last: SPANS[2] }, by: 'day' };

/** What was used today, in the last 7 and the last 30 days. */
export function usedLately({ range, rows }: Pick<UsageReport, 'range' | 'rows'>): readonly UsedLately[] {
  const until = dayOfIso(range.until) ?? 0;
  return SPANS.map((days) => {
    const within = rows.filter(({ key }) => (dayOfIso(key ?? '') ?? 0) > until - days);
    const known = within.flatMap(({ cost: { actual, estimated } }) =>
      [actual, estimated].filter((dollars) => dollars !== null),
    );
    return {
      days,
      tokens: within.reduce((sum, { total }) => sum + total, 0),
      dollars: known.length === 0 ? null : known.reduce((sum, dollars) => sum + dollars, 0),
      isEstimated: within.some(({ cost }) => cost.estimated !== null),
    };
  });
}

/** Whether the figures are of today still, by this machine's clock. */
export function areOfToday({ range }: Pick<UsageReport, 'range'>): boolean {
  return dayOfIso(range.until) === localDayOf(Date.now() / 1000);
}
