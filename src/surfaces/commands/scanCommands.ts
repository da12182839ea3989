import * as vscode from 'vscode';
import { problemWords } from '../../host/problemWords.ts';
import { translate } from '../../host/translate.ts';
import { ScanCancelled } from '../../scanning/cancelFlag.ts';
import type { ScanService } from '../../scanning/scanService.ts';

/** Rescan and Full Rescan: one scan with progress in the window, which can be cancelled there. */
export async function rescanWithProgress(service: ScanService, full: boolean): Promise<void> {
  const title = full
    ? vscode.l10n.t('Reading the whole Hermes history again')
    : vscode.l10n.t('Reading what is new in the Hermes history');
  const failure = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      token.onCancellationRequested(() => service.cancel());
      const unsubscribe = service.onEvent((event) => {
        if (event.event !== 'progress' || event.total === 0) return;
        progress.report({ message: `${Math.floor((100 * event.scanned) / event.total)}%` });
      });
      try {
        await service.rescan({ full });
        return undefined;
      } catch (error) {
        return error;
      } finally {
        unsubscribe();
      }
    },
  );
  // The progress is gone by now: the message may stand for as long as the user likes.
  if (failure !== undefined) await tellFailure(failure);
}

async function tellFailure(error: unknown): Promise<void> {
  if (error instanceof ScanCancelled) return;
  const showLog = vscode.l10n.t('Show Log');
  const message = problemWords(error instanceof Error ? error.message : String(error), translate);
  const choice = await vscode.window.showErrorMessage(message, showLog);
  if (choice === showLog) await vscode.commands.executeCommand('hermesAchievements.showLog');
}
