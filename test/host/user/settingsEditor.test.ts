import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

describe('In the settings editor, a user', () => {
  const hermes = new WorkingHermes();
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    hermes.work({ text_to_speech: 10 });
    vscode = await VsCode.start({ home: hermes.home });
    window = await vscode.openWindow();
    await window.hideSideBar();
  });

  after(() => vscode.stop());

  it('finds every setting by a name of plain words, and none under a former one', async () => {
    const search = window.page.locator(
      '.settings-editor .search-container :is(.inputarea, .native-edit-context)',
    );
    await window.runCommand('Preferences: Open Settings (UI)', search.first());
    await search.first().focus();
    await window.page.keyboard.insertText('@ext:hermes-achievements.hermes-achievements');
    const names = window.page.locator('.settings-editor .setting-item-label');
    await eventually(async () =>
      assert.deepEqual(
        (await names.allTextContents()).map((name) => name.trim()),
        [
          'Home',
          'Profile',
          'History Mode',
          'Refresh After Seconds',
          'Auto Refresh',
          'Notifications',
          'Status Bar: Visible',
        ],
      ),
    );
  });

  it('reads what they do: of what a workspace may not set, whose setting it is', async () => {
    const described = window.page.locator('.settings-editor .setting-item-description');
    const texts = await described.allTextContents();
    assert.equal(texts.filter((text) => /A machine setting \(User or Remote\)/.test(text)).length, 2);
    assert.match(texts.join('\n'), /Older ones are shown at once and refreshed in the background\./);
    await window.screenshot('settings', 'light');
  });
});
