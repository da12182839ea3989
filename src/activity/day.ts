import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import { eachDayOfWork } from '../metrics/session/workByDay.ts';
import { type NamedSession, namedSession, type WorkedSession } from './session.ts';
import { earlierFirst } from './year.ts';

/** A session on one day, with the messages and calls of that day. */
export interface SessionOfDay extends NamedSession {
  /** It began on that day; else it was gone on with. */
  readonly began: boolean;
}

/** The sessions of one day: those that began on it, and those in which something was written on it. */
export interface DayOfSessions {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** In the order in which they began. */
  readonly sessions: readonly SessionOfDay[];
}

export function sessionsOfDay(sessions: Iterable<WorkedSession>, day: LocalDay): DayOfSessions {
  const found: SessionOfDay[] = [];
  for (const session of sessions) {
    let [messages, toolCalls] = [0, 0];
    eachDayOfWork(session, (then, messagesThen, toolCallsThen) => {
      if (then === day) [messages, toolCalls] = [messagesThen, toolCallsThen];
    });
    const began = session.days.own === day;
    if (began || messages > 0 || toolCalls > 0)
      found.push({ ...namedSession(session, messages, toolCalls), began });
  }
  return { day: isoOfDay(day), sessions: found.sort(earlierFirst) };
}
