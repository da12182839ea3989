import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import { type DayRange, isInRange } from '../calendar/range.ts';
import { rangeOfYear, yearOf } from '../calendar/spans.ts';
import { currentStreak, longestRun } from '../calendar/streaks.ts';
import { eachDayOfWork } from '../metrics/session/workByDay.ts';
import {
  type ActiveDay,
  activeDay,
  busiestOf,
  daysOfWork,
  daysWithin,
  daysWithMessages,
  type HistorySpan,
  historySpan,
  totalsOf,
  type WorkTotals,
} from './days.ts';
import { type NamedSession, namedSession, type WorkedSession } from './session.ts';
import { type Starts, startsWithin } from './starts.ts';

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
  sessions: Iterable<WorkedSession>,
  year: number,
  today: LocalDay,
): ActivityOfYear {
  const all = [...sessions];
  const history = daysOfWork(all);
  const range = rangeOfYear(year);
  const days = daysWithin(history, range);
  const streakDays = daysWithMessages(history).filter((day) => day <= today);
  return {
    year,
    years: [...new Set(history.map(({ day }) => yearOf(day)))],
    days: days.map(activeDay),
    totals: totalsOf(days),
    current_streak: currentStreak(streakDays, today),
    longest_streak: streakOf(longestRun(streakDays)),
    starts: startsWithin(
      all.map(({ stats }) => stats.started_at),
      range,
    ),
    longest_session: longestWithin(all, range),
    busiest_day: busiestOf(days),
    history: historySpan(history),
    undated_sessions: undatedAmong(all),
  };
}

/** The session in which most messages of a range were written, with those; of equals the first by start, then by id. */
export function longestWithin(sessions: readonly WorkedSession[], range: DayRange): NamedSession | null {
  let longest: NamedSession | null = null;
  for (const session of sessions) {
    let [messages, toolCalls] = [0, 0];
    eachDayOfWork(session, (day, messagesThen, toolCallsThen) => {
      if (!isInRange(day, range)) return;
      messages += messagesThen;
      toolCalls += toolCallsThen;
    });
    if (messages === 0 || messages < (longest?.messages ?? 0)) continue;
    const named = namedSession(session, messages, toolCalls);
    if (longest === null || messages > longest.messages || earlierFirst(named, longest) < 0) longest = named;
  }
  return longest;
}

/** By start, those without one last, then by id: an order that nothing else changes. */
export function earlierFirst(a: NamedSession, b: NamedSession): number {
  const [startA, startB] = [
    a.started_at ?? Number.POSITIVE_INFINITY,
    b.started_at ?? Number.POSITIVE_INFINITY,
  ];
  if (startA !== startB) return startA < startB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export function undatedAmong(sessions: readonly WorkedSession[]): number {
  return sessions.filter(({ days }) => days.own === null).length;
}

function streakOf(run: DayRange | null): Streak | null {
  if (run === null) return null;
  const { since, until } = run;
  return { days: until - since + 1, since: isoOfDay(since), until: isoOfDay(until) };
}
