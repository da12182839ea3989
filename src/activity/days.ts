import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import { type DayRange, isInRange } from '../calendar/range.ts';
import type { DatedSession, DayActivity } from '../metrics/overTime/figuresOverTime.ts';
import { eachDayOfWork } from '../metrics/session/workByDay.ts';

/** What happened on one local day, for whoever shows it. */
export interface ActiveDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Sessions that began on it. */
  readonly sessions: number;
  readonly messages: number;
  readonly tool_calls: number;
}

/** What happened in a time. */
export interface WorkTotals {
  /** Sessions that began in it. */
  readonly sessions: number;
  readonly messages: number;
  readonly tool_calls: number;
  /** Days with a message. */
  readonly active_days: number;
}

/** The first and the last day on which anything happened, as `YYYY-MM-DD`. */
export interface HistorySpan {
  readonly first_day: string;
  readonly last_day: string;
}

/** Days on which anything happened, rising: sessions by their own day, messages and calls by the message's. */
export function daysOfWork(sessions: Iterable<DatedSession>): DayActivity[] {
  const days = new Map<LocalDay, { day: LocalDay; sessions: number; messages: number; tool_calls: number }>();
  const on = (day: LocalDay) => {
    const known = days.get(day);
    if (known) return known;
    const fresh = { day, sessions: 0, messages: 0, tool_calls: 0 };
    days.set(day, fresh);
    return fresh;
  };
  for (const session of sessions) {
    if (session.days.own !== null) on(session.days.own).sessions++;
    eachDayOfWork(session, (day, messages, toolCalls) => {
      const activity = on(day);
      activity.messages += messages;
      activity.tool_calls += toolCalls;
    });
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** The days of those that lie in a range. */
export function daysWithin(days: readonly DayActivity[], range: DayRange): DayActivity[] {
  return days.filter(({ day }) => isInRange(day, range));
}

export function totalsOf(days: readonly DayActivity[]): WorkTotals {
  const totals = { sessions: 0, messages: 0, tool_calls: 0, active_days: 0 };
  for (const { sessions, messages, tool_calls } of days) {
    totals.sessions += sessions;
    totals.messages += messages;
    totals.tool_calls += tool_calls;
    if (messages > 0) totals.active_days++;
  }
  return totals;
}

/** The days with a message: those that make a streak. */
export function daysWithMessages(days: readonly DayActivity[]): LocalDay[] {
  return days.filter(({ messages }) => messages > 0).map(({ day }) => day);
}

/** The day with most messages, of equals the one with most tool calls, then the first; null where no message is. */
export function busiestOf(days: readonly DayActivity[]): ActiveDay | null {
  let busiest: DayActivity | undefined;
  for (const day of days) {
    const isMore =
      day.messages > (busiest?.messages ?? 0) ||
      (busiest && day.messages === busiest.messages && day.tool_calls > busiest.tool_calls);
    if (isMore) busiest = day;
  }
  return busiest ? activeDay(busiest) : null;
}

export function activeDay({ day, ...work }: DayActivity): ActiveDay {
  return { day: isoOfDay(day), ...work };
}

/** Null for a history in which nothing has a day. */
export function historySpan(days: readonly DayActivity[]): HistorySpan | null {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { first_day: isoOfDay(first.day), last_day: isoOfDay(last.day) } : null;
}
