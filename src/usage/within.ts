import type { DayRange } from '../calendar/range.ts';
import type { UsageRecord } from './record.ts';
import type { UsageFigures } from './sums.ts';
import { Tally } from './tally.ts';

/** Everything that was used in a range of days: the totals of its report. */
export function usedWithin(range: DayRange, records: ReadonlyMap<string, UsageRecord>): UsageFigures {
  const tally = new Tally(null, range);
  for (const [id, record] of records) tally.add({ id, source: '', project: null }, record);
  return tally.totals.figures();
}
