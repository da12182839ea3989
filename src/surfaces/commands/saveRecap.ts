import * as vscode from 'vscode';
import { suggestedFile, writeChosenFile } from './writeChosenFile.ts';

/** Saves a recap where the user says: its picture as PNG, or its words as Markdown. */
export async function saveRecap(request: {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly content: Uint8Array | string;
}): Promise<void> {
  const isWords = typeof request.content === 'string';
  const [kind, ending] = isWords ? ['Markdown', 'md'] : ['PNG', 'png'];
  const target = await vscode.window.showSaveDialog({
    defaultUri: suggestedFile(`${request.name}.${ending}`),
    filters: { [kind!]: [ending!] },
  });
  const bytes =
    typeof request.content === 'string' ? new TextEncoder().encode(request.content) : request.content;
  if (!target || !(await writeChosenFile(target, bytes))) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The recap was saved to {0}.', vscode.workspace.asRelativePath(target)),
  );
}
