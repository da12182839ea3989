import {
  type ActiveDay,
  busiestOf,
  daysOfWork,
  daysWithin,
  daysWithMessages,
  type HistorySpan,
  historySpan,
  totalsOf,
  type WorkTotals,
} from '../activity/days.ts';
import type { NamedSession, WorkedSession } from '../activity/session.ts';
import { longestWithin, undatedAmong } from '../activity/year.ts';
import type { TimelineStep } from '../badges/overTime/timeline.ts';
import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import type { DayRange } from '../calendar/range.ts';
import type { Span } from '../calendar/spans.ts';
import { longestStreak } from '../calendar/streaks.ts';
import { type RecapPeriod, rangesOf } from './period.ts';
import { type Tops, topsWithin } from './tops.ts';
import { type RecapUnlock, unlocksWithin } from './unlocks.ts';

/** What happened in a period, against the one before. Days are `YYYY-MM-DD`, both ends included. */
export interface Recap extends Tops {
  readonly period: { readonly kind: Span | 'range'; readonly since: string; readonly until: string };
  readonly before: { readonly since: string; readonly until: string };
  /** Sessions by the day on which they began, messages and tool calls by the days on which they happened. */
  readonly totals: WorkTotals;
  readonly totals_before: WorkTotals;
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
export interface RecapSources {
  readonly sessions: Iterable<WorkedSession>;
  /** Earliest first. */
  readonly timeline: readonly TimelineStep[];
  /** Where a session was at work; null where nothing tells it. */
  readonly folderOf: (id: string) => string | null;
}

export function recapOf(
  period: RecapPeriod,
  { sessions, timeline, folderOf }: RecapSources,
  today: LocalDay,
): Recap {
  const { range, before } = rangesOf(period, today);
  const all = [...sessions];
  const history = daysOfWork(all);
  const days = daysWithin(history, range);
  return {
    period: { kind: 'last' in period ? period.last : 'range', ...isoRange(range) },
    before: isoRange(before),
    totals: totalsOf(days),
    totals_before: totalsOf(daysWithin(history, before)),
    unlocks: unlocksWithin(timeline, range),
    ...topsWithin(all, range, folderOf),
    longest_streak: longestStreak(daysWithMessages(days)),
    busiest_day: busiestOf(days),
    longest_session: longestWithin(all, range),
    history: historySpan(history),
    undated_sessions: undatedAmong(all),
  };
}

function isoRange({ since, until }: DayRange): { since: string; until: string } {
  return { since: isoOfDay(since), until: isoOfDay(until) };
}
