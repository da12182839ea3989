import type { Coordinator } from '../../../scanning/coordination/coordinator.ts';
import type { UsageAnswer } from '../../../scanning/ledger/usageAnswer.ts';
import { ScanFailed } from '../../../scanning/scanService.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { withCoordinator } from '../engine.ts';
import type { Terminal } from '../terminal.ts';
import { usageCsv } from '../usage/csv.ts';
import { usageNotes } from '../usage/notes.ts';
import { type AskedForUsage, USAGE_PARAMETERS, usageQuestion } from '../usage/question.ts';
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
    const answer = await withCoordinator(context, (coordinator) => upToDate(coordinator, question, terminal));
    const { report } = answer;
    if (common.json) return terminal.print(JSON.stringify(report));
    if (values.format === 'csv') return terminal.print(usageCsv(report));
    terminal.print(report.rows.length > 0 ? usageTable(report, terminal.columns) : 'No data.');
    terminal.print(usageNotes(answer, terminal.columns));
  },
});

/**
 * What is known after a look at the history; where that cannot be read, what is remembered, and stderr says why.
 * @throws ScanFailed where nothing is
 */
async function upToDate(
  coordinator: Coordinator,
  question: AskedForUsage,
  terminal: Terminal,
): Promise<UsageAnswer> {
  try {
    await coordinator.rescan({ full: false });
  } catch (error) {
    if (!(error instanceof ScanFailed)) throw error;
    const remembered = await coordinator.ask(question);
    if (remembered.seenSince === null) throw error;
    terminal.complain(`These figures are as they were last seen: ${error.message}`);
    return remembered;
  }
  return coordinator.ask(question);
}
