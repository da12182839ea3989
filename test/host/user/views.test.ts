import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Locator } from 'playwright-core';
import { wcagViolations } from './accessibility.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import type { Theme } from './themes.ts';
import type { VsCode } from './vscode.ts';
import { windowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked in the sample: its detail has tiers, sessions and the buttons that share it. */
const BADGE = 'Test Suite Tamer';

describe('The panel, in every theme and width, keeps to WCAG 2.2 AA', () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    ({ vscode, window } = await windowOnSample({ reducedMotion: true }));
    await window.notifications.heard('Hermes history read.');
    await window.notifications.clear();
    await window.hideSideBar();
    await window.openPanel();
  });

  after(() => vscode.stop());

  async function keepsToWcag(view: string, at?: Locator): Promise<void> {
    const violations: string[] = [];
    const closely = async (theme: Theme): Promise<void> => {
      violations.push(...(await wcagViolations(window.panel)).map((violation) => `${theme}: ${violation}`));
    };
    await screenshotEverywhere(window, view, { closely, ...(at ? { at } : {}) });
    assert.deepEqual(violations, []);
  }

  it('with its cards', () => keepsToWcag('panel'));

  it('with what counts for a badge and what shares it', async () => {
    await window.panel.card(BADGE).getByRole('button', { name: 'Details' }).click();
    await window.panel.detail.getByRole('button', { name: 'Share…' }).waitFor();
    await keepsToWcag('detail');
    await window.panel.detail.getByRole('button', { name: 'Share…' }).click();
    await window.panel.shareSheet.waitFor();
    await keepsToWcag('share-sheet');
    await window.panel.shareSheet.getByRole('button', { name: 'Close' }).click();
    await window.panel.detail.getByRole('button', { name: 'Close' }).click();
  });

  it('with its time line', async () => {
    await window.panel.tab('Timeline').click();
    await window.panel.timeline.getByRole('listitem').first().waitFor();
    await keepsToWcag('timeline', window.panel.tab('Timeline'));
    await window.panel.tab('Badges').click();
  });

  it('with filters that no badge fits', async () => {
    await window.panel.filter('Unlocked').click();
    await window.panel.search.fill('nothing is called this');
    await window.panel.button('Show all badges').waitFor();
    await keepsToWcag('no-match', window.panel.button('Show all badges'));
  });
});
