import { join } from 'node:path';
import * as vscode from 'vscode';
import type { SampleOptions, SampleProgress } from '../../sample/writeSampleHome.ts';

/** Writes a sample home; the composition root says in which thread. */
export type SampleWriter = (
  options: SampleOptions,
  onProgress: (progress: SampleProgress) => void,
  signal: AbortSignal,
) => Promise<void>;

/**
 * Try with Sample History: writes a made-up Hermes home into the extension's own storage, with progress that can be
 * cancelled.
 * @returns the sample's home, or undefined when it was cancelled or failed (the user was told)
 */
export async function prepareSample(storage: vscode.Uri, write: SampleWriter): Promise<string | undefined> {
  const output = join(storage.fsPath, 'sample-home');
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true };
  return vscode.window.withProgress(
    { ...options, title: vscode.l10n.t('Writing a sample history') },
    async (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      let percent = 0;
      try {
        await vscode.workspace.fs.createDirectory(storage);
        await write(
          { output, now: new Date() },
          ({ written, total }) => {
            const now = Math.floor((100 * written) / Math.max(1, total));
            progress.report({ increment: now - percent });
            percent = now;
          },
          abort.signal,
        );
        return output;
      } catch (error) {
        if (!abort.signal.aborted) {
          const reason = error instanceof Error ? error.message : String(error);
          await vscode.window.showErrorMessage(
            vscode.l10n.t('The sample history could not be written: {0}', reason),
          );
        }
        return undefined;
      }
    },
  );
}
