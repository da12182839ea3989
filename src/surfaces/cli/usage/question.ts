import { resolve } from 'node:path';
import type { LocalDay } from '../../../calendar/isoDay.ts';
import { localDayOf } from '../../../calendar/localDay.ts';
import { type DayRange, daysUntil } from '../../../calendar/range.ts';
import { folderOf } from '../../../hermes/usage/folder.ts';
import type { AskedUsage } from '../../../scanning/questions.ts';
import { GROUPINGS } from '../../../usage/groups.ts';
import { choice, day, text, type Values } from '../arguments/parameters.ts';
import { UsageError } from '../arguments/usageError.ts';

const FORMATS = ['table', 'csv'] as const;
const USUAL_DAYS = 30;

/** What the command takes. */
export const USAGE_PARAMETERS = {
  since: day('--since <DAY>', 'the first day, as YYYY-MM-DD (else 29 days before the last)'),
  until: day('--until <DAY>', 'the last day (else today)'),
  by: choice('--by <K>', `by what: ${GROUPINGS.join(', ')} (else day)`, GROUPINGS, 'day'),
  source: text('--source <S>', 'only sessions begun there: cli, telegram, …'),
  project: text('--project <DIR>', 'only sessions of this folder or one below it'),
  format: choice('--format <F>', `how to print it: ${FORMATS.join(', ')} (else table)`, FORMATS, 'table'),
};

/** What is asked by the values of a command line. @throws UsageError where the days are none */
export function usageQuestion({
  since,
  until,
  by,
  source,
  project,
}: Values<typeof USAGE_PARAMETERS>): AskedUsage {
  const folder = project === undefined ? undefined : (folderOf(resolve(project)) ?? undefined);
  return { kind: 'usage', period: { range: rangeOf(since, until) }, by, source, project: folder };
}

/** @throws UsageError */
function rangeOf(since: LocalDay | undefined, until = localDayOf(Date.now() / 1000)): DayRange {
  const range = since === undefined ? daysUntil(until, USUAL_DAYS) : { since, until };
  if (range.since > range.until) throw new UsageError('--since is a day after --until: nothing lies between');
  return range;
}
