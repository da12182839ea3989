import * as vscode from 'vscode';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import type { CommandParts } from './commandParts.ts';
import { tellFailure } from './tellFailure.ts';

/**
 * The badges for a command that does something with them.
 * @returns undefined where there are none yet; the user was told why
 */
export async function badgesAtHand(parts: CommandParts): Promise<Snapshot | undefined> {
  const { history } = parts;
  try {
    const snapshot = await history.achievements();
    if (!isUnfinished(snapshot)) return snapshot;
    // Where there is nothing to read, that is known at once, and why.
    if (!(await history.exists())) return await history.rescan({ full: false });
    await vscode.window.showInformationMessage(
      vscode.l10n.t('The Hermes history is being read for the first time. Try again when that is done.'),
    );
  } catch (error) {
    await tellFailure(error, parts);
  }
  return undefined;
}

/** A first scan is still at work. */
function isUnfinished({ scan_meta: { mode } }: Snapshot): boolean {
  return mode === 'pending' || mode === 'in_progress';
}
