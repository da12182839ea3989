import * as vscode from 'vscode';
import { problemWords } from '../../host/problemWords.ts';
import { translate } from '../../host/translate.ts';
import { ScanCancelled } from '../../scanning/worker/cancelFlag.ts';

/** What somebody without a history can do about it; each is a command of its own too. */
export interface WaysOut {
  readonly chooseHome: () => unknown;
  readonly trySample: () => unknown;
  readonly showLog: () => unknown;
}

/** Tells why there are no figures, and offers what may help; nothing is said of a scan that the user cancelled. */
export async function tellFailure(error: unknown, hasHistory: boolean, ways: WaysOut): Promise<void> {
  if (error instanceof ScanCancelled) return;
  const problem = problemWords(error instanceof Error ? error.message : String(error), translate);
  if (hasHistory) {
    const showLog = vscode.l10n.t('Show Log');
    if ((await vscode.window.showErrorMessage(problem, showLog)) === showLog) await ways.showLog();
    return;
  }
  const chooseHome = vscode.l10n.t('Choose Hermes Home…');
  const trySample = vscode.l10n.t('Try with Sample History');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0}. Badges are counted from the history of Hermes Agent, an AI agent that you run yourself.',
      problem,
    ),
    chooseHome,
    trySample,
  );
  if (choice === chooseHome) await ways.chooseHome();
  if (choice === trySample) await ways.trySample();
}
