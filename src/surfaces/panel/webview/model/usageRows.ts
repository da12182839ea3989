import type { UsageShown } from '../../protocol/questions.ts';
import type { UsageColumnName, UsageView } from '../../protocol/viewState.ts';

type Row = UsageShown['report']['rows'][number];

/** A row of the table, with what its session is called where it is one. */
export interface UsageTableRow extends Row {
  readonly session: NonNullable<UsageShown['sessions']>[number] | null;
}

/** The rows of a report as the table shows them; without a choice of the user's in the order of the report. */
export function sortedRows({ report, sessions }: UsageShown, sort: UsageView['sort']): UsageTableRow[] {
  const rows = report.rows.map((row, index) => ({ ...row, session: sessions?.[index] ?? null }));
  if (!sort) return rows;
  const direction = sort.descending ? -1 : 1;
  const compare = sort.column === 'key' ? byName : byFigure(sort.column);
  return rows.sort((a, b) => direction * compare(a, b));
}

/** What a click on the head of a column makes of the order: the most first, names from A on; then the other way round; then as it was. */
export function nextSort(sort: UsageView['sort'], column: UsageColumnName): UsageView['sort'] {
  const descending = column !== 'key';
  if (sort?.column !== column) return { column, descending };
  return sort.descending === descending ? { column, descending: !descending } : null;
}

/** All dollars that are known; null where none are. */
export function dollarsOf({ actual, estimated }: Row['cost']): number | null {
  return actual === null && estimated === null ? null : (actual ?? 0) + (estimated ?? 0);
}

function byName(a: UsageTableRow, b: UsageTableRow): number {
  const [one, other] = [a.session?.title || a.key, b.session?.title || b.key];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}

function byFigure(column: Exclude<UsageColumnName, 'key'>): (a: UsageTableRow, b: UsageTableRow) => number {
  const value = (row: UsageTableRow): number =>
    column === 'cost' ? (dollarsOf(row.cost) ?? -1) : row[column];
  return (a, b) => value(a) - value(b);
}
