import { isoOfDay, type LocalDay } from '../calendar/isoDay.ts';
import { type NamedSession, namedSession, type WorkedHistory } from './session.ts';
import { earlierFirst, workWithin } from './within.ts';

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

export function sessionsOfDay({ sessions }: Pick<WorkedHistory, 'sessions'>, day: LocalDay): DayOfSessions {
  const range = { since: day, until: day };
  const found: SessionOfDay[] = [];
  for (const session of sessions) {
    const work = workWithin(session, range);
    const began = session.days.own === day;
    if (began || work)
      found.push({ ...namedSession(session, work?.messages ?? 0, work?.tool_calls ?? 0), began });
  }
  return { day: isoOfDay(day), sessions: found.sort(earlierFirst) };
}
