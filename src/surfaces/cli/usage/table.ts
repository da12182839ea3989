import { dollars } from '../../../exports/figures.ts';
import type { UsageReport } from '../../../usage/report.ts';
import type { UsageFigures } from '../../../usage/sums.ts';
import { figure } from '../printable.ts';
import { type Column, table } from '../table.ts';

/** A row of the table: of the report, or all of it together. */
interface Line extends UsageFigures {
  readonly name: string;
}

type UsageColumn = Column<Line>;

const number = (title: string, value: (line: Line) => number): UsageColumn => ({
  title,
  align: 'right',
  value: (line) => figure(value(line)),
});

const SESSIONS = number('Sessions', ({ sessions }) => sessions);
const CALLS = number('Calls', ({ api_calls }) => api_calls);
const INPUT = number('Input', ({ input }) => input);
const OUTPUT = number('Output', ({ output }) => output);
const CACHE_READ = number('Cache read', ({ cache_read }) => cache_read);
const CACHE_WRITE = number('Cache write', ({ cache_write }) => cache_write);
const REASONING = number('Reasoning', ({ reasoning }) => reasoning);
const TOTAL = number('Total', ({ total }) => total);
const SHORT_TOTAL: UsageColumn = { title: 'Total', align: 'right', value: ({ total }) => short(total) };
const ACTUAL: UsageColumn = {
  title: 'Billed',
  align: 'right',
  value: ({ cost }) => dollarsKnown(cost.actual),
};
const ESTIMATED: UsageColumn = {
  title: 'Estimated',
  align: 'right',
  value: ({ cost }) => dollarsKnown(cost.estimated),
};
const WITHOUT: UsageColumn = { title: 'Without dollars', value: withoutDollars };
/** The dollars, estimates marked; or why there are none. */
const COST: UsageColumn = {
  title: 'Cost',
  align: 'right',
  value: ({ cost, total }) => {
    const known = [
      dollarsKnown(cost.actual),
      cost.estimated === null ? '' : `~${dollarsKnown(cost.estimated)}`,
    ];
    return known.filter((text) => text !== '').join(' ') || (total > 0 ? worth(cost) : '');
  },
};

/** What a report's rows, whatever they are by, are called by. */
const NAMES = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  model: 'Model',
  provider: 'Provider',
  source: 'Source',
  project: 'Project',
  task: 'Task',
  session: 'Session',
} as const;

/** A report for people, in at most so many cells; its last line is all of it together. */
export function usageTable({ by, rows, totals }: UsageReport, columns: number): string {
  const key: UsageColumn = { title: NAMES[by], value: ({ name }) => name };
  const lines: Line[] = rows.map((row) => ({ ...row, name: row.key ?? `no ${by}` }));
  const layouts = [
    [SESSIONS, CALLS, INPUT, OUTPUT, CACHE_READ, CACHE_WRITE, REASONING, TOTAL, ACTUAL, ESTIMATED, WITHOUT],
    [SESSIONS, INPUT, OUTPUT, CACHE_READ, TOTAL, ACTUAL, ESTIMATED, WITHOUT],
    [SESSIONS, INPUT, OUTPUT, TOTAL, COST],
    [SESSIONS, TOTAL, COST],
    [SHORT_TOTAL, COST],
  ].map((layout) => [key, ...layout]);
  return table([...lines, { ...totals, name: 'All' }], layouts, columns);
}

/** Empty where there are no such dollars: they are not known to be none. */
function dollarsKnown(amount: number | null): string {
  return amount === null ? '' : dollars(amount);
}

function withoutDollars({ cost }: Line): string {
  const parts: string[] = [];
  if (cost.unpriced_tokens > 0) parts.push(`${short(cost.unpriced_tokens)} not priced`);
  if (cost.included_sessions > 0) parts.push('by subscription');
  return parts.join(', ');
}

function worth(cost: Line['cost']): string {
  return cost.unpriced_tokens > 0 ? 'not priced' : cost.included_sessions > 0 ? 'by plan' : '';
}

/** 1234567 as 1.2M. */
function short(tokens: number): string {
  return tokens.toLocaleString('en-US', { notation: 'compact', maximumFractionDigits: 1 });
}
