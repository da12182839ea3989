import type { SessionRecord } from '../../archive/session/record.ts';
import type { LocalDay } from '../../calendar/isoDay.ts';
import { localDayOf } from '../../calendar/localDay.ts';
import type { DayRange } from '../../calendar/range.ts';
import { activeDaysOf } from '../../metrics/session/activeDays.ts';
import { shortTitle } from '../../metrics/session/shortTitle.ts';
import { daysOfPeriod } from '../../usage/period.ts';
import type { UsageRecord } from '../../usage/record.ts';
import { type Reported, type UsageReport, usageReport } from '../../usage/report.ts';
import { nowSeconds } from '../clock.ts';
import type { AskedUsage } from '../questions.ts';

/** What was used, and what a surface must say beside it (usage.md, "What a surface says"). */
export interface UsageAnswer extends Reported {
  /** By session only: what the session of each row is called, in the order of the rows. */
  readonly sessions: readonly UsedSession[] | null;
  /** From when on growth is seen on its own day, epoch seconds; before, days are those on which sessions began. */
  readonly seenSince: number | null;
  /** Hermes keeps account of auxiliary models; null before the history was read. */
  readonly hasAccount: boolean | null;
}

/** A session as a report names it. */
export interface UsedSession {
  /** '' where nothing tells it. */
  readonly title: string;
  /** Epoch seconds; null where nothing tells it. */
  readonly started_at: number | null;
  /** Hermes has deleted it: it is only remembered. */
  readonly deleted: boolean;
}

type SessionOf = (id: string) => SessionRecord | undefined;

/** @param session what is remembered of one; undefined for one that could not be read */
export function usageOf(
  { period, by, source, project, of }: AskedUsage,
  records: ReadonlyMap<string, UsageRecord>,
  session: SessionOf,
): Omit<UsageAnswer, 'seenSince' | 'hasAccount'> {
  const today = localDayOf(nowSeconds());
  const range = daysOfPeriod(period, today, () => knownDays(records));
  const reported = usageReport(
    { range, by, source, project, of },
    {
      records,
      activeDays(id) {
        const record = session(id);
        return record ? activeDaysOf(record.days, record.lifetime.message_count) : [];
      },
      today,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  );
  return { ...reported, sessions: by === 'session' ? sessionsOf(reported.report, records, session) : null };
}

function knownDays(records: ReadonlyMap<string, UsageRecord>): DayRange | null {
  if (records.size === 0) return null;
  const known = { since: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY };
  const note = (day: LocalDay): void => {
    known.since = Math.min(known.since, day);
    known.until = Math.max(known.until, day);
  };
  for (const { firstDay, units } of records.values()) {
    note(firstDay);
    for (const { days } of units) for (const { day } of days) note(day);
  }
  return known;
}

function sessionsOf(
  { rows }: UsageReport,
  records: ReadonlyMap<string, UsageRecord>,
  session: SessionOf,
): UsedSession[] {
  return rows.map(({ key }) => {
    const known = session(key ?? '');
    return {
      title: shortTitle(known?.lifetime.title ?? ''),
      started_at: records.get(key ?? '')?.startedAt ?? null,
      deleted: known ? known.goneAt !== null : false,
    };
  });
}
