import { dayOfIso, isoOfDay, type LocalDay } from '../../../../calendar/isoDay.ts';
import { isoMonthOf, isoWeekOf } from '../../../../calendar/periods.ts';
import { type Span, spanAround } from '../../../../calendar/spans.ts';
import type { RowName } from '../../../../usage/tally.ts';
import type { UsageShown } from '../../protocol/questions.ts';

/** What a bar is made of, lowest first. */
export const PARTS = ['input', 'output', 'cache_read', 'cache_write'] as const;
export type Part = (typeof PARTS)[number];

export type Unit = 'day' | 'week' | 'month';

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

const KEY_OF = { day: isoOfDay, week: isoWeekOf, month: isoMonthOf } as const;
/** About so many days are in each. */
const DAYS_IN = { day: 1, week: 7, month: 30 } as const;

export function isTime(by: string): by is Unit {
  return by in KEY_OF;
}

/**
 * Bars for the days, weeks or months of a report, also for those on which nothing was used. Days that do not fit are
 * drawn as weeks, or months; of weeks or months that do not fit, the last.
 * @param fitting at most so many bars
 */
export function timeBars(
  { range, by, rows }: Pick<UsageShown['report'], 'range' | 'rows'> & { readonly by: Unit },
  fitting: number,
): { readonly unit: Unit; readonly bars: readonly UsageBar[] } {
  const [since, until] = [dayOfIso(range.since) ?? 0, dayOfIso(range.until) ?? 0];
  const days = until - since + 1;
  const coarser: readonly Unit[] = by === 'day' ? ['day', 'week', 'month'] : [by];
  const unit = coarser.find((one) => days / DAYS_IN[one] <= fitting) ?? coarser.at(-1)!;
  const sums = new Map<string, number[]>();
  for (const row of rows) {
    const key = unit === by ? row.key! : KEY_OF[unit](dayOfIso(row.key!) ?? 0);
    addTo(sums, key, partsOf(row));
  }
  const bars: UsageBar[] = [];
  for (let day = since; day <= until; day = nextOf(unit, day)) {
    const key = KEY_OF[unit](day);
    bars.push({ of: { by: unit, key }, day, parts: sums.get(key) ?? NOTHING });
  }
  return { unit, bars: bars.slice(-fitting) };
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

function nextOf(unit: Unit, day: LocalDay): LocalDay {
  return unit === 'day' ? day + 1 : spanAround(unit satisfies Span, day).until + 1;
}
