import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { VsCode } from './vscode.ts';
import { windowOnLittle } from './windowOnLittle.ts';
import type { Workbench } from './workbench.ts';

describe("The extension's page in the editor", () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    ({ vscode, window } = await windowOnLittle());
  });

  after(() => vscode.stop());

  it('is written for who uses it: what it is, what Hermes is, how to begin', async () => {
    const listed = window.page.locator('.extension-list-item', { hasText: 'Hermes Achievements' }).first();
    await window.runCommand('Extensions: Show Installed Extensions', listed);
    await listed.click();
    const page = window.markdownPreview;
    await page.getByRole('heading', { name: 'Begin' }).waitFor();
    const text = (await page.locator('body').textContent()) ?? '';
    assert.match(text, /history as 60 collectible badges/);
    assert.match(text, /Hermes Agent is an AI agent that you run yourself/);
    assert.doesNotMatch(text, /npm /);
    await window.screenshot('extension-page', 'light');
  });
});
