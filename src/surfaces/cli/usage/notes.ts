import { dayOfIso } from '../../../calendar/isoDay.ts';
import { localDayOf } from '../../../calendar/localDay.ts';
import type { UsageAnswer } from '../../../scanning/ledger/usageAnswer.ts';
import { wrap } from '../cells.ts';
import { figure, moment, plural } from '../printable.ts';

/** What is said beside a report's figures (usage.md, "What a surface says"), in lines of at most so many cells. */
export function usageNotes({ report, seenSince, hasAccount }: UsageAnswer, columns: number): string {
  const { range, totals, activity } = report;
  const { cost } = totals;
  const notes = [
    `${range.since} to ${range.until}, ${range.zone}: all work, every session with what is its own.`,
  ];
  if (activity.active_days > 0 || activity.longest_streak > 0) notes.push(streaks(report));
  if (cost.estimated !== null)
    notes.push("Estimates are Hermes' own: tiered OpenRouter prices are known to come out too low.");
  if (cost.unpriced_tokens > 0)
    notes.push(
      `Not priced: ${plural(cost.unpriced_tokens, 'token')} of ${plural(cost.unpriced_sessions, 'session')}, of which Hermes knows no price.`,
    );
  if (cost.included_sessions > 0)
    notes.push(`By subscription: ${plural(cost.included_sessions, 'session')}, without dollars.`);
  if (seenSince !== null && localDayOf(seenSince) >= (dayOfIso(range.since) ?? 0))
    notes.push(`Days by session start until ${moment(seenSince)}, as seen since.`);
  if (hasAccount === false) notes.push('Auxiliary models are not recorded by this Hermes.');
  return notes.map((note) => wrap(note, columns)).join('\n');
}

function streaks({ activity }: UsageAnswer['report']): string {
  const { active_days, current_streak, longest_streak, busiest_weekday, busiest_hour } = activity;
  const days = `${plural(active_days, 'active day')}; ${figure(current_streak)} in a row now, ${figure(longest_streak)} at most`;
  return busiest_weekday === null
    ? `${days}.`
    : `${days}. Most sessions began on ${WEEKDAYS[busiest_weekday]}s, and between ${busiest_hour} and ${busiest_hour! + 1} o'clock.`;
}

const WEEKDAYS = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
} as const;
