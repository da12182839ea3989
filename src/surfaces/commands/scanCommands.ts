import * as vscode from 'vscode';
import type { ScanService } from '../../scanning/scanService.ts';

/**
 * Rescan and Full Rescan: one scan with progress in the window, which can be cancelled there.
 * @returns what went wrong; the progress is gone by then, so that a message about it may stand as long as the user likes
 */
export async function rescanWithProgress(service: ScanService, full: boolean): Promise<unknown> {
  const title = full
    ? vscode.l10n.t('Reading the whole Hermes history again')
    : vscode.l10n.t('Reading what is new in the Hermes history');
  return vscode.window.withProgress(
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
}
