import * as vscode from 'vscode';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import type { CommandParts } from './commandParts.ts';
import { orTellFailure } from './tellFailure.ts';

/** Reset Unlocks…, of the history shown. */
export async function resetUnlocks(parts: CommandParts): Promise<void> {
  const { history } = parts;
  await orTellFailure(parts, () =>
    askAndReset(history.current, history.place.sample, async () => {
      await history.reset();
      await history.rescan({ full: true });
    }),
  );
}

/**
 * Asks first, says what is lost, then resets and starts over.
 * @param sample whether the history shown is the made-up one, which nobody shares
 */
async function askAndReset(
  snapshot: Snapshot | undefined,
  sample: boolean,
  reset: () => Promise<void>,
): Promise<void> {
  const label = vscode.l10n.t('Reset Unlocks');
  const question = sample
    ? vscode.l10n.t('Reset all unlocks of the sample history?')
    : vscode.l10n.t('Reset all unlocks of this Hermes home?');
  const detail = whatIsLost(snapshot, sample).join('\n\n');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, label)) !== label) return;
  await reset();
  await vscode.window.showInformationMessage(
    sample
      ? vscode.l10n.t('All unlocks of the sample were reset and counted anew.')
      : vscode.l10n.t('All unlocks were reset and counted anew.'),
  );
}

function whatIsLost(snapshot: Snapshot | undefined, sample: boolean): string[] {
  const unlocked = snapshot?.achievements.filter((badge) => badge.unlocked) ?? [];
  const kept = unlocked.filter((badge) => badge.kept).length;
  return [
    sample
      ? vscode.l10n.t('The dates of all unlocks ({0}) and the whole time line are lost.', unlocked.length)
      : vscode.l10n.t(
          'The dates of all unlocks ({0}) and the whole time line are lost, for the Hermes dashboard too.',
          unlocked.length,
        ),
    kept > 0
      ? vscode.l10n.t(
          'Earned from history that is not remembered any more, and locked again without it: {0}.',
          kept,
        )
      : vscode.l10n.t('What is remembered of the history will be unlocked again, dated today.'),
    vscode.l10n.t(
      'What is remembered of sessions stays, of those too that Hermes has deleted; Forget Deleted Sessions… forgets those.',
    ),
    sample
      ? vscode.l10n.t('Your own badges are not touched.')
      : vscode.l10n.t('The Hermes history itself is not touched.'),
  ];
}
