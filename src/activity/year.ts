import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import type { DayRange } from '../calendar/range.ts';
import { rangeOfYear, yearOf } from '../calendar/spans.ts';
import { currentStreak, longestRun } from '../calendar/streaks.ts';
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
} from './days.ts';
import type { NamedSession, WorkedHistory } from './session.ts';
import { type Starts, StartsTally } from './starts.ts';
import { Longest, workWithin } from './within.ts';

/** Days with a message that follow each other. */
export interface Streak {
  readonly days: number;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly until: string;
}

/** When somebody worked with Hermes, for a calendar of a year. Days are `YYYY-MM-DD`. */
export interface ActivityOfYear {
  readonly year: number;
  /** The years in which anything happened, rising. */
  readonly years: readonly number[];
  /** Days of the year on which anything happened, rising. */
  readonly days: readonly ActiveDay[];
  readonly totals: WorkTotals;
  /** Of everything remembered up to today; the current one ends today or yesterday. */
  readonly current_streak: number;
  readonly longest_streak: Streak | null;
  /** Of the sessions that began in the year. */
  readonly starts: Starts;
  /** The one in which most messages of the year were written, with those. */
  readonly longest_session: NamedSession | null;
  /** The one with most messages. */
  readonly busiest_day: ActiveDay | null;
  /** Of everything remembered; null where nothing has a day. */
  readonly history: HistorySpan | null;
  /** Sessions that nothing gives a day: they stand in no calendar. */
  readonly undated_sessions: number;
}

/** @param year as people count them @param today streaks end by then, whatever a wrong clock has dated later */
export function activityOfYear(
  { sessions, days: history }: WorkedHistory,
  year: number,
  today: LocalDay,
): ActivityOfYear {
  const range = rangeOfYear(year);
  const days = daysWithin(history, range);
  const streakDays = daysWithMessages(history).filter((day) => day <= today);
  const longest = new Longest();
  const starts = new StartsTally(range);
  let undated = 0;
  for (const session of sessions) {
    if (session.days.own === null) undated++;
    starts.add(session.stats.started_at);
    const work = workWithin(session, range);
    if (work) longest.offer(session, work);
  }
  return {
    year,
    years: [...new Set(history.map(({ day }) => yearOf(day)))],
    days: days.map(activeDay),
    totals: totalsOf(days),
    current_streak: currentStreak(streakDays, today),
    longest_streak: streakOf(longestRun(streakDays)),
    starts: starts.starts(),
    longest_session: longest.session,
    busiest_day: busiestOf(days),
    history: historySpan(history),
    undated_sessions: undated,
  };
}

function streakOf(run: DayRange | null): Streak | null {
  if (run === null) return null;
  const { since, until } = run;
  return { days: until - since + 1, since: isoOfDay(since), until: isoOfDay(until) };
}
