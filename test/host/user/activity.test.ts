import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { temporaryFolder } from '../runtime/places.ts';
import { keepsToWcag } from './keepsToWcag.ts';
import { pngSize } from './png.ts';
import type { VsCode } from './vscode.ts';
import { calmWindowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked in the sample, with five tiers. */
const BADGE = 'Test Suite Tamer';

describe('When it happened: a user', () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    ({ vscode, window } = await calmWindowOnSample());
  });

  after(() => vscode.stop());

  it('sees the calendar of a year by a command, and the sessions of a day by the keyboard', async () => {
    const calendar = window.panel.frame.locator('ha-year-calendar').getByRole('slider');
    await window.runCommand('Hermes Achievements: Show Activity', calendar);
    await calendar.press('Enter');
    const sessions = window.panel.frame.locator('ha-day-sessions');
    await sessions.getByRole('listitem').first().waitFor();
    assert.match((await calendar.getAttribute('aria-valuetext')) ?? '', /\d{4}: /);
    await keepsToWcag(window, 'activity');
    await sessions.locator('button.session').first().click();
    await window.page.locator('.tab.active', { hasText: '.md' }).waitFor();
  });

  it('reads how a figure came to its tiers, change by change', async () => {
    // The page that was left is in sight then: none of its tabs was before, behind the transcript.
    await window.runCommand('Hermes Achievements: Open Achievements', window.panel.tab('Badges'));
    await window.panel.tab('Badges').click();
    await window.panel.card(BADGE).getByRole('button', { name: 'Details' }).click();
    const curve = window.panel.detail.locator('ha-figure-curve').getByRole('slider');
    await curve.press('Home');
    const first = await curve.getAttribute('aria-valuetext');
    await curve.press('End');
    assert.notEqual(await curve.getAttribute('aria-valuetext'), first);
    await keepsToWcag(window, 'curve');
    await window.panel.detail.getByRole('button', { name: 'Close' }).click();
    await window.panel.detailGone();
  });

  it('asks for the recap of the last year, and saves its picture', async () => {
    const view = window.panel.frame.locator('ha-recap-panel ha-recap-view');
    await window.quickInput.ask(
      'Hermes Achievements: Show Recap…',
      window.quickInput.row('Last Year'),
      (list) => list.choose('Last Year'),
    );
    await view.getByRole('heading', { name: /The year \d{4}/ }).waitFor();
    await keepsToWcag(window, 'recap', view);
    const file = join(await temporaryFolder('recap'), 'recap.png');
    await view.getByRole('button', { name: 'Save Picture…' }).click();
    await window.saveAs(file);
    assert.deepEqual(pngSize(await readFile(file)), [1200, 630]);
  });
});
