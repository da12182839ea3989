import * as vscode from 'vscode';

/**
 * A tab of the panel that is none of this extension host's: one in the background waits after a reload to be restored
 * until it is looked at, and one whose host has died is never answered again. Nothing can bring either forth.
 */
export function panelTab(viewType: string): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  // VS Code puts a prefix of its own before the type.
  return tabs.find(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType),
  );
}
