import type { HistorySpan } from '../../../activity/days.ts';
import { isoOfDay } from '../../../calendar/isoDay.ts';
import { localDayOf } from '../../../calendar/localDay.ts';
import { plural } from '../printable.ts';

/** What a history tells of its days. */
interface DatedHistory {
  /** Null where nothing has a day. */
  readonly history: HistorySpan | null;
  readonly undated_sessions: number;
}

/** Nothing is known of any session. */
export function knowsNothing({ history, undated_sessions }: DatedHistory): boolean {
  return history === null && undated_sessions === 0;
}

/** What is said instead of figures where there are none. @param when in words, as `in 2026` */
export function nothingThen({ history }: DatedHistory, when: string): string {
  return history === null
    ? `Nothing happened ${when}.`
    : `Nothing happened ${when}: this history is of ${history.first_day} to ${history.last_day}.`;
}

/** What is said beside figures of days where not everything has a day, or has one that was not yet. */
export function dayNotes({ history, undated_sessions }: DatedHistory): string[] {
  const notes: string[] = [];
  if (undated_sessions > 0)
    notes.push(`${plural(undated_sessions, 'session')} without a date: on no day, and in no sum of days.`);
  if (history && history.last_day > isoOfDay(localDayOf(Date.now() / 1000)))
    notes.push(
      `Some days are still to come, up to ${history.last_day}: a clock was wrong when they were written.`,
    );
  return notes;
}
