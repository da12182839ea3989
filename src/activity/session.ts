import { validMoment } from '../hermes/sessions/moments.ts';
import type { DatedSession, DayActivity } from '../metrics/overTime/figuresOverTime.ts';
import { shortTitle } from '../metrics/session/shortTitle.ts';

/** A session, the days on which it was at work, and whether Hermes still has it. */
export interface WorkedSession extends DatedSession {
  /** Hermes has deleted it: it is only remembered, and there is no transcript of it. */
  readonly deleted: boolean;
}

/** Everything that happened, as far as it is known. */
export interface WorkedHistory {
  readonly sessions: Iterable<WorkedSession>;
  /** The days on which anything happened, rising: what `daysOfWork` makes of the sessions. */
  readonly days: readonly DayActivity[];
}

/** A session as activity names it. */
export interface NamedSession {
  readonly id: string;
  readonly title: string;
  /** Epoch seconds; null where nothing tells it. */
  readonly started_at: number | null;
  readonly messages: number;
  readonly tool_calls: number;
  /** Hermes has deleted it: it is only remembered. */
  readonly deleted: boolean;
}

/** @param messages and tool calls of the time that is spoken of */
export function namedSession(
  { stats, deleted }: WorkedSession,
  messages: number,
  tool_calls: number,
): NamedSession {
  const { session_id: id, title, started_at } = stats;
  return {
    id,
    title: shortTitle(title),
    started_at: validMoment(started_at),
    messages,
    tool_calls,
    deleted,
  };
}
