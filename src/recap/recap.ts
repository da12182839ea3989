import {
  type ActiveDay,
  activeDay,
  busiestOf,
  daysWithin,
  daysWithMessages,
  type HistorySpan,
  historySpan,
  totalsOf,
  type WorkTotals,
} from '../activity/days.ts';
import type { NamedSession, WorkedHistory } from '../activity/session.ts';
import { Longest, workWithin } from '../activity/within.ts';
import type { TimelineStep } from '../badges/overTime/timeline.ts';
import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import type { DayRange } from '../calendar/range.ts';
import type { Span } from '../calendar/spans.ts';
import { longestStreak } from '../calendar/streaks.ts';
import type { UsageRecord } from '../usage/record.ts';
import type { UsageFigures } from '../usage/sums.ts';
import { usedWithin } from '../usage/within.ts';
import { type RecapPeriod, rangesOf } from './period.ts';
import { type Tops, TopsTally } from './tops.ts';
import { type RecapUnlock, unlocksWithin } from './unlocks.ts';

/** What happened in a period, against the one before. Days are `YYYY-MM-DD`, both ends included. */
export interface Recap extends Tops {
  readonly period: { readonly kind: Span | 'range'; readonly since: string; readonly until: string };
  readonly before: { readonly since: string; readonly until: string };
  /** Sessions by the day on which they began, messages and tool calls by the days on which they happened. */
  readonly totals: WorkTotals;
  readonly totals_before: WorkTotals;
  /** The days of the period on which anything happened, rising. */
  readonly days: readonly ActiveDay[];
  /** Tokens and dollars, as a report of these days sums them up. */
  readonly usage: UsageFigures;
  readonly usage_before: UsageFigures;
  /** What was unlocked or rose, by its real day. */
  readonly unlocks: readonly RecapUnlock[];
  /** Days of the period with a message in a row. */
  readonly longest_streak: number;
  readonly busiest_day: ActiveDay | null;
  readonly longest_session: NamedSession | null;
  /** Of everything remembered; null where nothing has a day. */
  readonly history: HistorySpan | null;
  /** Sessions that nothing gives a day: they are in no recap. */
  readonly undated_sessions: number;
}

/** What a recap is made of. */
export interface RecapSources extends WorkedHistory {
  /** Earliest first. */
  readonly timeline: readonly TimelineStep[];
  /** Where a session was at work; null where nothing tells it. */
  readonly folderOf: (id: string) => string | null;
  /** What sessions used, at least those of which anything is known on a day or later. */
  readonly usageFrom: (day: LocalDay) => ReadonlyMap<string, UsageRecord>;
}

export function recapOf(
  period: RecapPeriod,
  { sessions, days: history, timeline, folderOf, usageFrom }: RecapSources,
  today: LocalDay,
): Recap {
  const { range, before } = rangesOf(period, today);
  const days = daysWithin(history, range);
  const records = usageFrom(before.since);
  const tops = new TopsTally(folderOf);
  const longest = new Longest();
  let undated = 0;
  for (const session of sessions) {
    if (session.days.own === null) undated++;
    const work = workWithin(session, range);
    if (!work) continue;
    tops.add(session, work);
    longest.offer(session, work);
  }
  return {
    period: { kind: 'last' in period ? period.last : 'range', ...isoRange(range) },
    before: isoRange(before),
    totals: totalsOf(days),
    totals_before: totalsOf(daysWithin(history, before)),
    days: days.map(activeDay),
    usage: usedWithin(range, records),
    usage_before: usedWithin(before, records),
    unlocks: unlocksWithin(timeline, range),
    ...tops.tops(),
    longest_streak: longestStreak(daysWithMessages(days)),
    busiest_day: busiestOf(days),
    longest_session: longest.session,
    history: historySpan(history),
    undated_sessions: undated,
  };
}

function isoRange({ since, until }: DayRange): { since: string; until: string } {
  return { since: isoOfDay(since), until: isoOfDay(until) };
}
