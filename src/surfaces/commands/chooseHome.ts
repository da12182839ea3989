import * as vscode from 'vscode';

/**
 * Choose Hermes Home…: asks for a folder beside the data, which over a remote connection is not where the window is.
 * @param current where the question begins
 * @returns its path, undefined when nothing was chosen
 */
export async function pickHome(current: string): Promise<string | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose Hermes Home…'),
      defaultUri: vscode.Uri.file(current),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  return folder?.fsPath;
}
