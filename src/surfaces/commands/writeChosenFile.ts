import { join } from 'node:path';
import * as vscode from 'vscode';
import { messageOf } from '../../words/problem.ts';

/** Where a file of this name is offered to be saved: in the workspace, if one is open. */
export function suggestedFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder) return vscode.Uri.joinPath(folder, name);
  return vscode.Uri.file(join(process.env['HOME'] ?? process.env['USERPROFILE'] ?? '.', name));
}

/** Writes where the user chose to; says in words why it could not. Returns whether it is written. */
export async function writeChosenFile(target: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        '{0} could not be written: {1}',
        vscode.workspace.asRelativePath(target),
        messageOf(error),
      ),
    );
    return false;
  }
}
