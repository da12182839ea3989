import type { LocalDay } from '../../calendar/isoDay.ts';
import type { DatedSession } from '../overTime/figuresOverTime.ts';
import { SESSION_METRICS } from '../sums/figureRow.ts';

const MESSAGES = SESSION_METRICS.indexOf('message_count');
const TOOL_CALLS = SESSION_METRICS.indexOf('tool_call_count');

/**
 * Tells what happened in a session on each of its days, rising; days on which neither a message nor a call was counted
 * are passed over, and so is what has no day (counting.md, "Days").
 */
export function eachDayOfWork(
  { stats, days }: DatedSession,
  tell: (day: LocalDay, messages: number, toolCalls: number) => void,
): void {
  let [messages, toolCalls] = [0, 0];
  for (const { day, figures } of days.earlier) {
    const [messagesThen, toolCallsThen] = [figures[MESSAGES]!, figures[TOOL_CALLS]!];
    if (messagesThen !== messages || toolCallsThen !== toolCalls)
      tell(day, messagesThen - messages, toolCallsThen - toolCalls);
    [messages, toolCalls] = [messagesThen, toolCallsThen];
  }
  const last = days.last ?? days.own;
  const [messagesLeft, toolCallsLeft] = [stats.message_count - messages, stats.tool_call_count - toolCalls];
  if (last !== null && (messagesLeft !== 0 || toolCallsLeft !== 0)) tell(last, messagesLeft, toolCallsLeft);
}
