import type { LocalDay } from '../../calendar/isoDay.ts';
import { SESSION_METRICS } from '../sums/figureRow.ts';
import type { SessionDays } from './daySlices.ts';

const MESSAGES = SESSION_METRICS.indexOf('message_count');

/** The days on which a session has messages that count, rising. @param messages how many there are in all */
export function activeDaysOf({ last, earlier }: SessionDays, messages: number): LocalDay[] {
  const active: LocalDay[] = [];
  let before = 0;
  for (const { day, figures } of earlier) {
    if (figures[MESSAGES]! > before) active.push(day);
    before = figures[MESSAGES]!;
  }
  if (last !== null && messages > before) active.push(last);
  return active;
}
