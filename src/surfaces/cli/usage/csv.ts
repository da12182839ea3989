import type { UsageReport } from '../../../usage/report.ts';
import { USAGE_FIGURES } from '../../../usage/sums.ts';

const COSTS = ['actual', 'estimated', 'included_sessions', 'unpriced_sessions', 'unpriced_tokens'] as const;

/** The rows of a report as comma-separated values (RFC 4180), a title above each column; what is not known is empty. */
export function usageCsv({ by, rows }: UsageReport): string {
  const lines = rows.map((row) => [
    row.key,
    ...USAGE_FIGURES.map((figure) => row[figure]),
    ...COSTS.map((cost) => row.cost[cost]),
  ]);
  return [[by, ...USAGE_FIGURES, ...COSTS], ...lines].map((line) => line.map(cell).join(',')).join('\n');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
