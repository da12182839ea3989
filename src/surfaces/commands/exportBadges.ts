import * as vscode from 'vscode';
import type { ExportFormat } from '../../exports/exportSnapshot.ts';
import { setContextKey } from '../../host/contextKeys.ts';
import { badgesAtHand } from './badgesAtHand.ts';
import type { CommandParts } from './commandParts.ts';
import { suggestedFile, writeChosenFile } from './writeChosenFile.ts';

/** Export…: asks for a format and a file, writes the same bytes as the command line would. */
export async function exportBadges(parts: CommandParts): Promise<void> {
  const snapshot = await badgesAtHand(parts);
  if (!snapshot) return;
  // The drawing of medals is loaded when it is wanted: most windows never export, and all wait for the activation.
  const { EXPORT_EXTENSIONS, EXPORT_FORMATS, exportSnapshot } = await import(
    '../../exports/exportSnapshot.ts'
  );
  const picked = await vscode.window.showQuickPick(formats(EXPORT_FORMATS), {
    title: vscode.l10n.t('Export the badges as'),
  });
  if (!picked) return;
  const extension = EXPORT_EXTENSIONS[picked.format];
  const target = await vscode.window.showSaveDialog({
    defaultUri: suggestedFile(`hermes-achievements.${extension}`),
    filters: { [picked.label]: [extension] },
  });
  if (!target) return;
  const bytes = new TextEncoder().encode(exportSnapshot(snapshot, picked.format));
  if (!(await writeChosenFile(target, bytes))) return;
  setContextKey('shared', true);
  const open = vscode.l10n.t('Open');
  const saved = vscode.l10n.t('The badges were exported to {0}.', vscode.workspace.asRelativePath(target));
  if ((await vscode.window.showInformationMessage(saved, open)) === open) {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}

function formats(offered: readonly ExportFormat[]): (vscode.QuickPickItem & { format: ExportFormat })[] {
  const words: Record<ExportFormat, { label: string; detail: string }> = {
    json: { label: 'JSON', detail: vscode.l10n.t('all badges, for programs') },
    markdown: {
      label: 'Markdown',
      detail: vscode.l10n.t('tables of the unlocked badges, for a README or a post'),
    },
    svg: { label: 'SVG', detail: vscode.l10n.t('a sheet of the unlocked medals') },
  };
  return offered.map((format) => ({ format, ...words[format] }));
}
