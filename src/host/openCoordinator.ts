import { availableParallelism } from 'node:os';
import * as vscode from 'vscode';
import { Coordinator } from '../scanning/coordination/coordinator.ts';
import type { HistoryPlace } from './activeHistory.ts';
import { problemWords } from './problemWords.ts';
import { readSettings } from './settings.ts';

/** One thread for the editor, the others for the scan, but never more than two. */
const SCAN_THREADS = Math.max(1, Math.min(2, availableParallelism() - 1));

/** How a coordinator is made for a place, with the settings of that moment. */
export function coordinatorOpener(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): (place: HistoryPlace) => Coordinator {
  return (place) =>
    new Coordinator({
      home: place.home,
      historyMode: readSettings().historyMode,
      workerFile: context.asAbsolutePath('dist/scanWorker.cjs'),
      save: true,
      threads: SCAN_THREADS,
      ttlSeconds: () => readSettings().refreshAfterSeconds,
      onLog: (level, message) => log[level](message),
      onNotice: (problem) => void vscode.window.showWarningMessage(problemWords(problem)),
    });
}
