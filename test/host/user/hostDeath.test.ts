import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

describe('When the extension host dies and is started again, a user', () => {
  const hermes = new WorkingHermes();
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    hermes.work({ text_to_speech: 10 });
    vscode = await VsCode.start({ home: hermes.home });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    await eventually(async () => assert.equal(await window.panel.count.textContent(), '1 / 60'));
  });

  after(() => vscode.stop());

  it('has a panel that lives, without doing anything', async () => {
    await vscode.killExtensionHost();
    hermes.work({ delegate_task: 5 });
    await eventually(async () => assert.match((await window.panel.count.textContent()) ?? '', /^\s*2\s/));
    await eventually(async () => assert.equal(await panelTabs(), 1));
  });

  it('has one that lives as soon as it is looked at, where it was in the background', async () => {
    await window.openEmptyFile();
    await vscode.killExtensionHost();
    hermes.work({ browser: 75 });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '3/60'));
    await window.tabs.filter({ hasText: 'Hermes Achievements' }).click();
    await eventually(async () => assert.match((await window.panel.count.textContent()) ?? '', /^\s*3\s/));
    await eventually(async () => assert.equal(await panelTabs(), 1));
  });

  it('can go through the matches of a transcript that was open', async () => {
    await window.panel.card('Browser Possession').locator('button.open').click();
    await window.panel.evidence.first().click();
    await window.matchesItem.getByText('1/75').waitFor();
    await vscode.killExtensionHost();
    await window.matchesItem.getByText('1/75').waitFor();
    await window.page.keyboard.press('F8');
    await window.matchesItem.getByText('2/75').waitFor();
    await window.page.locator('.view-overlays [class*="TextEditorDecorationType"]').first().waitFor();
  });

  it('has none where there was none', async () => {
    await window.closeEditors();
    await vscode.killExtensionHost();
    hermes.work({ image: 100 });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '4/60'));
    assert.equal(await panelTabs(), 0);
  });

  function panelTabs(): Promise<number> {
    return window.tabs.filter({ hasText: 'Hermes Achievements' }).count();
  }
});
