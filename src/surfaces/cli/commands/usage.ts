import { defineCommand } from '../arguments/commandDefinition.ts';
import { answerUpToDate } from '../upToDate.ts';
import { usageCsv } from '../usage/csv.ts';
import { usageNotes } from '../usage/notes.ts';
import { USAGE_PARAMETERS, usageQuestion } from '../usage/question.ts';
import { usageTable } from '../usage/table.ts';

/** `usage`: tokens and dollars as Hermes stored them, summed up by what is asked. */
export const command = defineCommand({
  details:
    "All work counts: every session, and auxiliary models where Hermes keeps account of them, as in Hermes' own insights. " +
    'Dollars are those that Hermes stored. What it deletes stays counted.',
  takes: USAGE_PARAMETERS,
  example: ['usage', '--by', 'model', '--since', '2026-03-01', '--until', '2026-03-31'],
  async run(values, context) {
    const question = usageQuestion(values);
    const { terminal, common } = context;
    const answer = await answerUpToDate(context, question, ({ seenSince }) => seenSince === null);
    const { report } = answer;
    if (common.json) return terminal.print(JSON.stringify(report));
    if (values.format === 'csv') return terminal.print(usageCsv(report));
    terminal.print(report.rows.length > 0 ? usageTable(report, terminal.columns) : 'No data.');
    terminal.print(usageNotes(answer, terminal.columns));
  },
});
