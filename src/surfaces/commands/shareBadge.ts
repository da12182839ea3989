import * as vscode from 'vscode';
import type { Achievement } from '../../badges/achievement.ts';
import { sortAchievements } from '../../badges/catalogue/order.ts';
import type { Snapshot } from '../../files/shared/snapshot.ts';
import { setContextKey } from '../../host/contextKeys.ts';
import { badgesAtHand } from './badgesAtHand.ts';
import type { CommandParts, SharePurpose } from './commandParts.ts';
import { QuestionList } from './questionList.ts';
import { suggestedFile, writeChosenFile } from './writeChosenFile.ts';

/** Share Badge…: asks for an unlocked badge and what to do with its card, which the panel draws. */
export async function shareBadge(parts: CommandParts): Promise<void> {
  const snapshot = await badgesAtHand(parts);
  const chosen = snapshot && (await chooseBadge(snapshot));
  if (!chosen) return;
  setContextKey('shared', true);
  await parts.panel.share(chosen.id, chosen.purpose);
}

async function chooseBadge(snapshot: Snapshot): Promise<{ id: string; purpose: SharePurpose } | undefined> {
  const unlocked = snapshot.achievements.filter((badge) => badge.unlocked);
  if (unlocked.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('There is no unlocked badge to share yet.'));
    return undefined;
  }
  const list = new QuestionList();
  try {
    const badge = await list.ask({
      title: vscode.l10n.t('Choose a badge to share'),
      items: sortAchievements(unlocked, 'recent').map((badge) => ({
        label: badge.name,
        description: detail(badge),
        id: badge.id,
      })),
      matchOnDescription: true,
    });
    if (!badge) return undefined;
    const purpose = await list.ask({ title: badge.label, items: purposes() });
    return purpose && { id: badge.id, purpose: purpose.purpose };
  } finally {
    list.dispose();
  }
}

function purposes(): (vscode.QuickPickItem & { readonly purpose: SharePurpose })[] {
  return [
    { label: `$(save) ${vscode.l10n.t('Save Card…')}`, purpose: 'save' },
    { label: `$(copy) ${vscode.l10n.t('Copy Card')}`, purpose: 'copy' },
  ];
}

/**
 * Saves the card of a badge where the user says; one that should have been copied, only if the user wants that.
 */
export async function saveShareCard(request: {
  readonly id: string;
  /** Why the clipboard refused a card that should have been copied. */
  readonly refusal: string | null;
  readonly png: Uint8Array;
}): Promise<void> {
  if (request.refusal !== null && !(await isFileWantedInstead(request.refusal))) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: suggestedFile(`${request.id}.png`),
    filters: { PNG: ['png'] },
  });
  if (!target || !(await writeChosenFile(target, request.png))) return;
  setContextKey('shared', true);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The card was saved to {0}.', vscode.workspace.asRelativePath(target)),
  );
}

/** Says that the clipboard refused, and why. */
async function isFileWantedInstead(refusal: string): Promise<boolean> {
  const save = vscode.l10n.t('Save Card…');
  const message = vscode.l10n.t('The clipboard did not take the card: {0}', refusal);
  return (await vscode.window.showWarningMessage(message, save)) === save;
}

function detail({ tier, category }: Achievement): string {
  return [tier === null ? undefined : vscode.l10n.t(tier), vscode.l10n.t(category)]
    .filter(Boolean)
    .join(' · ');
}
