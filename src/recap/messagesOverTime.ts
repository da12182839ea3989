import { dayOfIso, type LocalDay } from '../calendar/isoDay.ts';
import { fittingUnit, lastUnitsIn, type TimeUnit, unitKey } from '../calendar/timeUnits.ts';
import type { Recap } from './recap.ts';

/** How many messages a day, week or month had. */
export interface MessagesThen {
  /** Its first day in the period. */
  readonly day: LocalDay;
  readonly messages: number;
}

/**
 * The messages of a period, also of days without any. Days of which there are too many are put together as weeks, then
 * as months; of months that are too many the last are told.
 * @param fitting so many at most
 */
export function messagesOverTime(
  { period, days }: Pick<Recap, 'period' | 'days'>,
  fitting: number,
): { readonly unit: TimeUnit; readonly times: readonly MessagesThen[] } {
  const range = { since: dayOfIso(period.since) ?? 0, until: dayOfIso(period.until) ?? 0 };
  const unit = fittingUnit(range, fitting);
  const sums = new Map<string, number>();
  for (const { day, messages } of days) {
    const key = unitKey(unit, dayOfIso(day) ?? 0);
    sums.set(key, (sums.get(key) ?? 0) + messages);
  }
  const times = lastUnitsIn(range, unit, fitting).map(({ key, day }) => ({
    day,
    messages: sums.get(key) ?? 0,
  }));
  return { unit, times };
}
