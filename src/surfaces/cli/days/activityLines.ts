import type { ActiveDay, WorkTotals } from '../../../activity/days.ts';
import type { Starts } from '../../../activity/starts.ts';
import type { ActivityOfYear } from '../../../activity/year.ts';
import { wrap } from '../cells.ts';
import { bar, figure, plural } from '../printable.ts';
import { sessionLines } from '../sessionLines.ts';
import { type Column, table } from '../table.ts';
import { dayNotes, nothingThen } from './notes.ts';

/** A year's activity for people, in lines of at most so many cells. */
export function activityLines(activity: ActivityOfYear, columns: number): string {
  const { year, days, longest_session } = activity;
  const said = (text: string): string => wrap(text, columns);
  if (days.length === 0)
    return [nothingThen(activity, `in ${year}`), streaks(activity), ...dayNotes(activity)]
      .filter((line) => line !== '')
      .map(said)
      .join('\n');
  const facts = [headline(activity), streaks(activity), busiest(activity)].filter((line) => line !== '');
  const longest = longest_session
    ? [said(`Longest session: ${work(longest_session)}`), sessionLines(longest_session, columns, '  ')]
    : [];
  return [
    [...facts.map(said), ...longest].join('\n'),
    monthTable(days, columns),
    ...(activity.totals.sessions > 0 ? [startLines(activity.starts, columns)] : []),
    ...dayNotes(activity).map(said),
  ].join('\n\n');
}

function headline({ year, totals }: ActivityOfYear): string {
  return `${year}: ${work(totals)} in ${plural(totals.sessions, 'new session')}, on ${plural(totals.active_days, 'day')}`;
}

function work({ messages, tool_calls }: { readonly messages: number; readonly tool_calls: number }): string {
  return `${plural(messages, 'message')}, ${plural(tool_calls, 'tool call')}`;
}

function streaks({ current_streak, longest_streak }: ActivityOfYear): string {
  if (longest_streak === null) return '';
  const { days, since, until } = longest_streak;
  return `Streak: ${plural(current_streak, 'day')} now; ${figure(days)} at most, ${since} to ${until}`;
}

function busiest({ busiest_day }: ActivityOfYear): string {
  return busiest_day === null ? '' : `Busiest day: ${busiest_day.day}, ${work(busiest_day)}`;
}

interface Month extends WorkTotals {
  readonly month: string;
}

const MONTH: Column<Month> = { title: 'Month', value: ({ month }) => month };
const number = (title: string, value: (month: Month) => number): Column<Month> => ({
  title,
  align: 'right',
  value: (month) => figure(value(month)),
});
const DAYS = number('Days', ({ active_days }) => active_days);
const SESSIONS = number('Sessions', ({ sessions }) => sessions);
const MESSAGES = number('Messages', ({ messages }) => messages);
const CALLS = number('Tool calls', ({ tool_calls }) => tool_calls);

function monthTable(days: readonly ActiveDay[], columns: number): string {
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, those]) => ({
    month,
    sessions: sum(those, ({ sessions }) => sessions),
    messages: sum(those, ({ messages }) => messages),
    tool_calls: sum(those, ({ tool_calls }) => tool_calls),
    active_days: those.filter(({ messages }) => messages > 0).length,
  }));
  const layouts = [
    [MONTH, DAYS, SESSIONS, MESSAGES, CALLS],
    [MONTH, SESSIONS, MESSAGES, CALLS],
    [MONTH, MESSAGES, CALLS],
    [MONTH, MESSAGES],
  ];
  return table(months, layouts, columns);
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const BAR = 20;
/** A bar of one cell, from a little to the most; a cell without anything is the first. */
const HEIGHTS = '·▁▂▃▄▅▆▇█';

function startLines({ weekdays, hours }: Starts, columns: number): string {
  const most = Math.max(...weekdays, 1);
  const name = { title: 'Began on', value: (weekday: number) => WEEKDAYS[weekday]! };
  const count = {
    title: '',
    align: 'right' as const,
    value: (weekday: number) => figure(weekdays[weekday]!),
  };
  const drawn = { title: '', value: (weekday: number) => bar((100 * weekdays[weekday]!) / most, BAR) };
  const byDay = table(
    [0, 1, 2, 3, 4, 5, 6],
    [
      [name, drawn, count],
      [name, count],
    ],
    columns,
  );
  return `${byDay}\n\nBegan at, by the hour\n0 ${hours.map((begun) => height(begun, Math.max(...hours, 1))).join('')} 23`;
}

function height(value: number, most: number): string {
  return HEIGHTS[Math.ceil((value / most) * (HEIGHTS.length - 1))]!;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}
