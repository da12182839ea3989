import type { SessionRecord } from '../../archive/session/record.ts';
import { localDayOf } from '../../calendar/localDay.ts';
import { activeDaysOf } from '../../metrics/session/activeDays.ts';
import type { UsageRecord } from '../../usage/record.ts';
import { type UsageQuestion, type UsageReport, usageReport } from '../../usage/report.ts';
import { nowSeconds } from '../clock.ts';

/** What was used, and what a surface must say beside it (usage.md, "What a surface says"). */
export interface UsageAnswer {
  readonly report: UsageReport;
  /** From when on growth is seen on its own day, epoch seconds; before, days are those on which sessions began. */
  readonly seenSince: number | null;
  /** Hermes keeps account of auxiliary models; null before the history was read. */
  readonly hasAccount: boolean | null;
}

/** @param session what is remembered of one; undefined for one that could not be read */
export function reportOf(
  question: UsageQuestion,
  records: ReadonlyMap<string, UsageRecord>,
  session: (id: string) => SessionRecord | undefined,
): UsageReport {
  return usageReport(question, {
    records,
    activeDays(id) {
      const record = session(id);
      return record ? activeDaysOf(record.days, record.lifetime.message_count) : [];
    },
    today: localDayOf(nowSeconds()),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}
