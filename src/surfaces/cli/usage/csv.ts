import type { UsageReport } from '../../../usage/report.ts';

const FIGURES = [
  'sessions',
  'api_calls',
  'input',
  'output',
  'cache_read',
  'cache_write',
  'reasoning',
  'total',
] as const;
const COSTS = ['actual', 'estimated', 'included_sessions', 'unpriced_sessions', 'unpriced_tokens'] as const;

/** The rows of a report as comma-separated values (RFC 4180), a title above each column; what is not known is empty. */
export function usageCsv({ by, rows }: UsageReport): string {
  const lines = rows.map((row) => [
    row.key,
    ...FIGURES.map((figure) => row[figure]),
    ...COSTS.map((cost) => row.cost[cost]),
  ]);
  return [[by, ...FIGURES, ...COSTS], ...lines].map((line) => line.map(cell).join(',')).join('\n');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
