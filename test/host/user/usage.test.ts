import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { keepsToWcag } from './keepsToWcag.ts';
import type { VsCode } from './vscode.ts';
import { calmWindowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

describe('What was used: a user', () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    ({ vscode, window } = await calmWindowOnSample());
  });

  after(() => vscode.stop());

  it('sees the tokens of every day by a command, each kind of cost by itself', async () => {
    const page = window.panel.frame.locator('ha-usage-page');
    await window.runCommand('Hermes Achievements: Show Usage', page.getByRole('radio', { name: 'A year' }));
    await page.getByRole('radio', { name: 'A year' }).click();
    await page.getByRole('term').filter({ hasText: 'Not priced' }).waitFor();
    const chart = page.locator('ha-usage-chart').getByRole('slider');
    await chart.press('End');
    assert.match((await chart.getAttribute('aria-valuetext')) ?? '', /tokens?/);
    await keepsToWcag(window, 'usage', page.locator('ha-usage-choices'));
  });

  it('goes from a model to its sessions, and from a session to its transcript', async () => {
    const page = window.panel.frame.locator('ha-usage-page');
    await page.getByRole('combobox', { name: 'Grouped by' }).selectOption('model');
    await page.locator('ha-usage-chart').getByText('Tokens by model').first().waitFor();
    await page.locator('ha-usage-table button.name').first().press('Enter');
    const sessions = page.locator('ha-usage-sessions');
    await sessions.locator('tbody tr').first().waitFor();
    await keepsToWcag(window, 'usage-sessions', page.locator('ha-usage-chart'));
    await sessions.locator('button.name[aria-disabled="false"]').first().press('Enter');
    await window.page.locator('.tab.active', { hasText: '.md' }).waitFor();
  });
});
