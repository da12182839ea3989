import * as vscode from 'vscode';
import type { ScanEvent } from '../scanning/events.ts';
import type { ScanService } from '../scanning/scanService.ts';

/** Writes down how each scan ended: figures and reasons, nothing of what history says. */
export function logScans(history: ScanService, log: vscode.LogOutputChannel): vscode.Disposable {
  return new vscode.Disposable(history.onEvent((event) => logScanEnd(log, event)));
}

function logScanEnd(log: vscode.LogOutputChannel, event: ScanEvent): void {
  if (event.event === 'error') {
    if (event.cancelled) log.info('A scan was cancelled');
    else log.error(event.message);
  }
  if (event.event === 'done') {
    const { mode, sessions_total, sessions_rescanned, duration_ms } = event.snapshot.scan_meta;
    const milliseconds = Math.round(duration_ms);
    log.info(
      `A scan (${mode}) read ${sessions_rescanned} of ${sessions_total} sessions in ${milliseconds} ms`,
    );
  }
}
