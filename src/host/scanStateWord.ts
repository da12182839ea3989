import * as vscode from 'vscode';
import type { ScanState } from '../scanning/scanService.ts';

/** A scan state in words. */
export function scanStateWord(state: ScanState): string {
  switch (state) {
    case 'FRESH':
      return vscode.l10n.t('Up to date');
    case 'STALE':
      return vscode.l10n.t('Out of date');
    case 'SCANNING':
      return vscode.l10n.t('Scanning');
    case 'FAILED':
      return vscode.l10n.t('Failed');
  }
}
