import { defineCommand } from '../arguments/commandDefinition.ts';
import { wholeNumber } from '../arguments/parameters.ts';
import { UsageError } from '../arguments/usageError.ts';
import { activityLines } from '../days/activityLines.ts';
import { knowsNothing } from '../days/notes.ts';
import { answerUpToDate } from '../upToDate.ts';

/** Years that are written in four digits. */
const [FIRST_YEAR, LAST_YEAR] = [1, 9999];

/** `activity`: the days of a year, streaks, and when sessions began. */
export const command = defineCommand({
  details:
    'What really happened counts, on the days on which it happened, also what Hermes has deleted since. ' +
    'With --json it prints each day of the year.',
  takes: { year: wholeNumber('--year <Y>', 'of which year (else this one)') },
  example: ['activity', '--year', '2026'],
  async run({ year }, context) {
    if (year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR))
      throw new UsageError(`--year takes a year from ${FIRST_YEAR} to ${LAST_YEAR}, not "${year}"`);
    const { terminal, common } = context;
    const activity = await answerUpToDate(context, { kind: 'activity', year }, knowsNothing);
    terminal.print(common.json ? JSON.stringify(activity) : activityLines(activity, terminal.columns));
  },
});
