import { dayOfIso, type LocalDay } from '../../../../calendar/isoDay.ts';
import { fittingUnit, lastUnitsIn, type TimeUnit, unitKey } from '../../../../calendar/timeUnits.ts';
import type { RowName } from '../../../../usage/tally.ts';
import type { UsageShown } from '../../protocol/questions.ts';

/** What a bar is made of, lowest first. */
export const PARTS = ['input', 'output', 'cache_read', 'cache_write'] as const;
export type Part = (typeof PARTS)[number];

type Row = UsageShown['report']['rows'][number];

/** A bar of usage. */
export interface UsageBar {
  /** The row that it leads to. */
  readonly of: RowName;
  /** Of a bar of time: its first day. */
  readonly day?: LocalDay;
  /** The row whose bar it is, by its place in the report. */
  readonly row?: number;
  /** By `PARTS`. */
  readonly parts: readonly number[];
}

/**
 * Bars for the days, weeks or months of a report, also for those on which nothing was used. Days that do not fit are
 * drawn as weeks, or months; of weeks or months that do not fit, the last.
 * @param fitting at most so many bars
 */
export function timeBars(
  { range, by, rows }: Pick<UsageShown['report'], 'range' | 'rows'> & { readonly by: TimeUnit },
  fitting: number,
): { readonly unit: TimeUnit; readonly bars: readonly UsageBar[] } {
  const days = { since: dayOfIso(range.since) ?? 0, until: dayOfIso(range.until) ?? 0 };
  const unit = by === 'day' ? fittingUnit(days, fitting) : by;
  const sums = new Map<string, number[]>();
  for (const row of rows) {
    const key = unit === by ? row.key! : unitKey(unit, dayOfIso(row.key!) ?? 0);
    addTo(sums, key, partsOf(row));
  }
  const bars = lastUnitsIn(days, unit, fitting).map(({ key, day }) => ({
    of: { by: unit, key },
    day,
    parts: sums.get(key) ?? NOTHING,
  }));
  return { unit, bars };
}

/** Bars for the rows that come first in a report by anything but time, and what the others are together. */
export function rankedBars(
  { by, rows }: Pick<UsageShown['report'], 'by' | 'rows'>,
  most: number,
): {
  readonly bars: readonly UsageBar[];
  readonly others: { readonly rows: number; readonly total: number };
} {
  const used = rows.flatMap((row, index) => (row.total > 0 ? [{ row, index }] : []));
  const bars = used
    .slice(0, most)
    .map(({ row, index }) => ({ of: { by, key: row.key }, row: index, parts: partsOf(row) }));
  const others = used.slice(most);
  const total = others.reduce((sum, { row }) => sum + row.total, 0);
  return { bars, others: { rows: others.length, total } };
}

const NOTHING: readonly number[] = PARTS.map(() => 0);

function partsOf(row: Row): number[] {
  return PARTS.map((part) => row[part]);
}

function addTo(sums: Map<string, number[]>, key: string, parts: readonly number[]): void {
  sums.set(key, plus(sums.get(key) ?? NOTHING, parts));
}

function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value + b[index]!);
}
