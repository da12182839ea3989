import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { VsCode } from './vscode.ts';
import { windowOnLittle } from './windowOnLittle.ts';
import type { Workbench } from './workbench.ts';

describe('In the settings editor, a user', () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    ({ vscode, window } = await windowOnLittle());
    await window.hideSideBar();
  });

  after(() => vscode.stop());

  it('finds the time after which figures are refreshed by plain words, and by no former ones', async () => {
    await window.runCommand('Preferences: Open Settings (UI)', window.page.locator('.settings-editor'));
    await window.page.locator('.settings-editor .search-container .monaco-editor.focused').waitFor();
    await window.page.keyboard.insertText('@ext:hermes-achievements.hermes-achievements');
    await shown('Refresh After Seconds', 'Older ones are shown at once and refreshed in the background.');
    assert.equal(await window.page.locator('.settings-editor').getByText('Ttl').count(), 0);
    await window.screenshot('settings', 'light');
  });

  it('reads of what a workspace may not set whose setting it is', async () => {
    await window.page
      .locator('.settings-editor .settings-tabs-widget')
      .getByText(/^Remote/)
      .click();
    for (const name of ['Home', 'Profile'])
      await shown(name, 'A machine setting (User or Remote): a workspace cannot set it.');
    await window.screenshot('settings-machine', 'light');
  });

  async function shown(name: string, described: string): Promise<void> {
    const setting = window.page.locator('.settings-editor .setting-item', { hasText: described });
    await setting.locator('.setting-item-label', { hasText: name }).first().waitFor();
  }
});
