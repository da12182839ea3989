import { join } from 'node:path';
import * as vscode from 'vscode';
import { problemWords } from '../../../host/problemWords.ts';
import { problemOf } from '../../../words/problem.ts';
import type { CommandParts } from '../commandParts.ts';
import { writeSampleInWorker } from './writeSampleInWorker.ts';

/** Try with Sample History: writes one and shows it in this window. */
export async function trySample({ history, places, panel, sample }: CommandParts): Promise<void> {
  const home = await writeWithProgress(sample);
  if (home === undefined) return;
  await history.switchTo(await places.useSample(home));
  await panel.show();
}

/**
 * Writes a made-up Hermes home into the extension's own storage, with progress that can be
 * cancelled.
 * @returns the sample's home, or undefined when it was cancelled or failed (the user was told)
 */
async function writeWithProgress({
  storage,
  workerFile,
}: CommandParts['sample']): Promise<string | undefined> {
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
        await writeSampleInWorker(
          workerFile,
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
          const reason = problemWords(problemOf(error));
          await vscode.window.showErrorMessage(
            vscode.l10n.t('The sample history could not be written: {0}', reason),
          );
        }
        return undefined;
      }
    },
  );
}
