import * as vscode from 'vscode';
import type { ScanService } from '../../scanning/scanService.ts';
import type { CommandParts } from './commandParts.ts';
import { tellFailure } from './tellFailure.ts';

/** Rescan and Full Rescan: one scan, its progress in the panel's banner where that is in sight, else in the window. */
export async function rescan(parts: CommandParts, { full }: { full: boolean }): Promise<void> {
  const { history, panel } = parts;
  if (await panel.isInSight()) {
    await history.rescan({ full }).catch(() => undefined); // the panel tells how it ends
    return;
  }
  const failure = await rescanWithProgress(history, full);
  if (failure !== undefined) await tellFailure(failure, parts);
}

/**
 * One scan with progress in the window, which can be cancelled there.
 * @returns what went wrong; the progress is gone by then, so that a message about it may stand as long as the user likes
 */
async function rescanWithProgress(service: ScanService, full: boolean): Promise<unknown> {
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
