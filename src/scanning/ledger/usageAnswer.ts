import type { SessionRecord } from '../../archive/session/record.ts';
import type { LocalDay } from '../../calendar/isoDay.ts';
import type { DayRange } from '../../calendar/range.ts';
import { activeDaysOf } from '../../metrics/session/activeDays.ts';
import { shortTitle } from '../../metrics/session/shortTitle.ts';
import { daysOfPeriod } from '../../usage/period.ts';
import type { UsageRecord } from '../../usage/record.ts';
import {
  type ActiveDays,
  isAboutItsDays,
  type Reported,
  type UsageOfPeriod,
  type UsageReport,
  usageReport,
} from '../../usage/report.ts';
import type { Ledger } from './ledger.ts';

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

/** What is remembered of usage: of every session, or of those that a day or a later one has to do with. */
interface Remembered {
  records(): ReadonlyMap<string, UsageRecord>;
  recordsFrom(day: LocalDay): ReadonlyMap<string, UsageRecord>;
}

export function usageOf(
  { period, by, source, project, of }: UsageOfPeriod,
  usage: Remembered,
  ledger: Pick<Ledger, 'get' | 'records'>,
  today: LocalDay,
): Omit<UsageAnswer, 'seenSince' | 'hasAccount'> {
  const range = daysOfPeriod(period, today, () => knownDays(usage.records()));
  const question = { range, by, source, project, of };
  const records = isAboutItsDays(question) ? usage.recordsFrom(range.since) : usage.records();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const reported = usageReport(question, { records, activeDays: activeDaysIn(ledger), today, zone });
  return { ...reported, sessions: by === 'session' ? sessionsOf(reported.report, records, ledger) : null };
}

function activeDaysIn(ledger: Pick<Ledger, 'get' | 'records'>): ActiveDays {
  const daysOf = ({ days, lifetime }: SessionRecord): LocalDay[] =>
    activeDaysOf(days, lifetime.message_count);
  return {
    of(id) {
      const record = ledger.get(id);
      return record ? daysOf(record) : [];
    },
    *all() {
      for (const record of ledger.records()) yield daysOf(record);
    },
  };
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
  ledger: Pick<Ledger, 'get'>,
): UsedSession[] {
  return rows.map(({ key }) => {
    const known = ledger.get(key ?? '');
    return {
      title: shortTitle(known?.lifetime.title ?? ''),
      started_at: records.get(key ?? '')?.startedAt ?? null,
      deleted: known ? known.goneAt !== null : false,
    };
  });
}
