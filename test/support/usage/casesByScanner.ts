import { resolveProfileHome } from '../../../src/hermes/home/profiles.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import type { AskedUsage } from '../../../src/scanning/questions.ts';
import { Scanner } from '../../../src/scanning/scan/scanner.ts';
import { CancelFlag } from '../../../src/scanning/worker/cancelFlag.ts';
import type { CommonOptions } from '../../../src/surfaces/cli/arguments/commonOptions.ts';
import { Program } from '../../../src/surfaces/cli/arguments/program.ts';
import { UsageError } from '../../../src/surfaces/cli/arguments/usageError.ts';
import { usageQuestion } from '../../../src/surfaces/cli/usage/question.ts';
import { inEnglish } from '../../../src/words/problem.ts';
import { WORKER_FILE } from '../scanWorker.ts';

const { driver } = await loadDriver();

/** What the command line answers to its arguments, without its threads: a report, or how it ends. */
export async function answerByScanner(root: string, args: readonly string[]): Promise<unknown> {
  const asked = await parsed([...args, '--home', root, '--json']);
  if (!asked) return { exit: 2 };
  const { common, question } = asked;
  const scanner = scannerOf(resolveProfileHome(root, common.profile), common.save);
  try {
    const outcome = await scanner.scan(false);
    if (!outcome.ok) throw new Error(inEnglish(outcome.problem));
    return (await scanner.ask(question)).report;
  } finally {
    scanner.close();
  }
}

async function parsed(
  args: readonly string[],
): Promise<{ question: AskedUsage; common: CommonOptions } | undefined> {
  const found: { question: AskedUsage; common: CommonOptions }[] = [];
  const usage = () => import('../../../src/surfaces/cli/commands/usage.ts');
  const program = new Program({ usage: ['', usage] }, async (_, values, common) => {
    found.push({ question: usageQuestion(values as Parameters<typeof usageQuestion>[0]), common });
  });
  try {
    await program.run(args);
    return found[0];
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function scannerOf(home: string, save: boolean): Scanner {
  const options = {
    role: 'scan',
    home,
    historyMode: 'lifetime',
    workerFile: WORKER_FILE,
    save,
    threads: 1,
    cancelMemory: new CancelFlag().memory,
  } as const;
  const voice = { emit: () => undefined, log: () => undefined, notice: () => undefined };
  return new Scanner(options, driver, voice);
}
