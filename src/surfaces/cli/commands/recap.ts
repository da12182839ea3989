import type { LocalDay } from '../../../calendar/isoDay.ts';
import { localDayOf } from '../../../calendar/localDay.ts';
import { daysUntil } from '../../../calendar/range.ts';
import { SPANS, type Span } from '../../../calendar/spans.ts';
import { exportRecap, RECAP_FORMATS } from '../../../exports/recap/exportRecap.ts';
import type { RecapPeriod } from '../../../recap/period.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { choice, day, flag } from '../arguments/parameters.ts';
import { UsageError } from '../arguments/usageError.ts';
import { knowsNothing } from '../days/notes.ts';
import { recapLines } from '../days/recapLines.ts';
import { answerUpToDate } from '../upToDate.ts';

/** A range that is told by its last day alone is a week. */
const USUAL_DAYS = 7;

/** `recap`: what happened in a period, against the one before. */
export const command = defineCommand({
  details:
    'What was unlocked or rose counts by the day on which that was reached, messages and calls by those on which they ' +
    'happened, also what Hermes has deleted since.',
  takes: {
    last: choice('--last <SPAN>', `the last whole ${SPANS.join(', ')} (else week)`, SPANS),
    since: day('--since <DAY>', 'instead: the first day, as YYYY-MM-DD'),
    until: day('--until <DAY>', 'and the last one (else today)'),
    format: choice('--format <F>', `as a document: ${RECAP_FORMATS.join(', ')} (else a text)`, RECAP_FORMATS),
    names: flag('--names', 'with titles of sessions and paths of folders in the picture (svg)'),
  },
  example: ['recap', '--since', '2026-03-01', '--until', '2026-03-31', '--format', 'md'],
  async run({ last, since, until, format, names }, context) {
    const { terminal, common } = context;
    const period = periodOf(last, since, until);
    const recap = await answerUpToDate(context, { kind: 'recap', period }, knowsNothing);
    const document = common.json ? 'json' : format;
    if (document === undefined) return terminal.print(recapLines(recap, terminal.columns));
    terminal.print(exportRecap(recap, document, { names }).trimEnd());
  },
});

/** @throws UsageError where the options name no period */
function periodOf(
  last: Span | undefined,
  since: LocalDay | undefined,
  until: LocalDay | undefined,
): RecapPeriod {
  if (since === undefined && until === undefined) return { last: last ?? 'week' };
  if (last !== undefined)
    throw new UsageError('--last names a whole span, --since and --until a range: give one of them');
  const end = until ?? localDayOf(Date.now() / 1000);
  const range = since === undefined ? daysUntil(end, USUAL_DAYS) : { since, until: end };
  if (range.since > range.until) throw new UsageError('--since is a day after --until: nothing lies between');
  return { range };
}
