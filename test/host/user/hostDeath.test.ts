import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

/** Each in a window of its own: VS Code starts no third extension host by itself in the place of two that have died. */
describe('When the extension host dies and is started again, a user', () => {
  let hermes: WorkingHermes;
  let vscode: VsCode;
  let window: Workbench;

  beforeEach(async () => {
    hermes = new WorkingHermes();
    hermes.work({ browser: 75 });
    vscode = await VsCode.start({ home: hermes.home });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    await panelCounts(1);
  });

  afterEach(() => vscode.stop());

  it('has a panel that lives, without doing anything', async () => {
    await vscode.killExtensionHost();
    hermes.work({ delegate_task: 5 });
    await panelCounts(2);
    await eventually(async () => assert.equal(await panelTabs(), 1));
  });

  it('has one that lives as soon as it is looked at, where it was in the background', async () => {
    await window.openEmptyFile();
    await vscode.killExtensionHost();
    hermes.work({ delegate_task: 5 });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '2/60'));
    await window.tabs.filter({ hasText: 'Hermes Achievements' }).click();
    await panelCounts(2);
    await eventually(async () => assert.equal(await panelTabs(), 1));
  });

  it('can go through the matches of a transcript that was open', async () => {
    await window.panel.card('Browser Possession').locator('button.open').click();
    await window.panel.evidence.first().click();
    await window.matchesItem.getByText('1/75').waitFor();
    await vscode.killExtensionHost();
    await window.matchesItem.getByText('1/75').waitFor();
    await window.editorText.click();
    await window.page.keyboard.press('ControlOrMeta+Home');
    await window.page.keyboard.press('F8');
    await window.matchesItem.getByText('1/75').waitFor();
    await window.page.locator('.view-overlays [class*="TextEditorDecorationType"]').first().waitFor();
  });

  it('has none where there was none', async () => {
    await window.closeEditors();
    await vscode.killExtensionHost();
    hermes.work({ delegate_task: 5 });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '2/60'));
    assert.equal(await panelTabs(), 0);
  });

  async function panelCounts(unlocked: number): Promise<void> {
    await eventually(async () =>
      assert.equal(Number.parseInt((await window.panel.count.textContent()) ?? '', 10), unlocked),
    );
  }

  function panelTabs(): Promise<number> {
    return window.tabs.filter({ hasText: 'Hermes Achievements' }).count();
  }
});
