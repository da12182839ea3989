import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../runtime/eventually.ts';

describe('The panel inside the extension host', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is one tab, however often it is opened', async () => {
    await vscode.commands.executeCommand('hermesAchievements.open');
    await vscode.commands.executeCommand('hermesAchievements.open');
    await eventually(() => assert.equal(panelTabs().length, 1));
  });
});

function panelTabs(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(
    ({ input }) =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith('hermesAchievements.panel'),
  );
}
