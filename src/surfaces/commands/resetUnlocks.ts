import * as vscode from 'vscode';
import type { Snapshot } from '../../files/snapshot.ts';

/** Reset Unlocks…: asks first, says what is lost, then forgets and starts over. */
export async function resetUnlocks(
  snapshot: Snapshot | undefined,
  reset: () => Promise<void>,
): Promise<void> {
  const forget = vscode.l10n.t('Forget Unlocks');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Forget all unlocks of this Hermes home?'),
    { modal: true, detail: whatIsLost(snapshot) },
    forget,
  );
  if (choice !== forget) return;
  await reset();
  await vscode.window.showInformationMessage(
    vscode.l10n.t('All unlocks are forgotten; the history is read anew.'),
  );
}

function whatIsLost(snapshot: Snapshot | undefined): string {
  const unlocked = snapshot?.achievements.filter((badge) => badge.unlocked) ?? [];
  const kept = unlocked.filter((badge) => badge.kept).length;
  return [
    vscode.l10n.t(
      'The dates of all unlocks ({0}) and the whole time line are lost, for the Hermes dashboard too.',
      unlocked.length,
    ),
    kept > 0
      ? vscode.l10n.t('Kept from history that no longer exists, and locked again without it: {0}.', kept)
      : vscode.l10n.t("What today's history still shows will be unlocked again, dated today."),
    vscode.l10n.t('The Hermes history itself is not touched.'),
  ].join('\n\n');
}
