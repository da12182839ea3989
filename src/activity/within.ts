import { type DayRange, isInRange } from '../calendar/range.ts';
import type { DatedSession } from '../metrics/overTime/figuresOverTime.ts';
import { eachDayOfWork } from '../metrics/session/workByDay.ts';
import { type NamedSession, namedSession, type WorkedSession } from './session.ts';

/** What happened in a session in some time. */
export interface Work {
  readonly messages: number;
  readonly tool_calls: number;
}

/** What happened in a session in a range of days; null for nothing, which is told of most sessions at a glance. */
export function workWithin(session: DatedSession, range: DayRange): Work | null {
  const { stats, days } = session;
  const last = days.last ?? days.own;
  if (last === null || last < range.since) return null;
  const first = days.earlier[0]?.day ?? last;
  if (first > range.until) return null;
  let [messages, tool_calls] = [0, 0];
  if (first >= range.since && last <= range.until)
    [messages, tool_calls] = [stats.message_count, stats.tool_call_count];
  else
    eachDayOfWork(session, (day, messagesThen, toolCallsThen) => {
      if (!isInRange(day, range)) return;
      messages += messagesThen;
      tool_calls += toolCallsThen;
    });
  return messages === 0 && tool_calls === 0 ? null : { messages, tool_calls };
}

/** Finds the session in which most messages of a time were written; of equals the first by start, then by id. */
export class Longest {
  #session: NamedSession | null = null;

  offer(session: WorkedSession, { messages, tool_calls }: Work): void {
    if (messages === 0 || messages < (this.#session?.messages ?? 0)) return;
    const named = namedSession(session, messages, tool_calls);
    const longest = this.#session;
    if (longest === null || messages > longest.messages || earlierFirst(named, longest) < 0)
      this.#session = named;
  }

  /** With the messages and calls of that time; null where no message was written. */
  get session(): NamedSession | null {
    return this.#session;
  }
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
