import * as vscode from 'vscode';
import { problemWords } from '../../host/problemWords.ts';
import { ScanCancelled } from '../../scanning/worker/cancelFlag.ts';
import { problemOf } from '../../words/problem.ts';
import { chooseHome } from './chooseHome.ts';
import type { CommandParts } from './commandParts.ts';
import { trySample } from './sample/trySample.ts';

/** Tells why there are no figures, and offers what may help; nothing is said of a scan that the user cancelled. */
export async function tellFailure(error: unknown, parts: CommandParts): Promise<void> {
  if (error instanceof ScanCancelled) return;
  const problem = problemWords(problemOf(error));
  if (await parts.history.exists()) {
    const showLog = vscode.l10n.t('Show Log');
    if ((await vscode.window.showErrorMessage(problem, showLog)) === showLog) parts.log.show();
    return;
  }
  const home = vscode.l10n.t('Choose Hermes Home…');
  const sample = vscode.l10n.t('Try with Sample History');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0}. Badges are counted from the history of Hermes Agent, an AI agent that you run yourself.',
      problem,
    ),
    home,
    sample,
  );
  if (choice === home) await chooseHome(parts);
  if (choice === sample) await trySample(parts);
}

/** Does what a command asks; what goes wrong is told. */
export async function orTellFailure(parts: CommandParts, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    await tellFailure(error, parts);
  }
}
