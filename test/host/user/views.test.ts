import { after, before, describe, it } from 'mocha';
import { keepsToWcag } from './keepsToWcag.ts';
import type { VsCode } from './vscode.ts';
import { calmWindowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked in the sample: its detail has tiers, sessions and the buttons that share it. */
const BADGE = 'Test Suite Tamer';

describe('The panel, in every theme and width, keeps to WCAG 2.2 AA', () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    ({ vscode, window } = await calmWindowOnSample());
    await window.openPanel();
  });

  after(() => vscode.stop());

  it('with its cards', () => keepsToWcag(window, 'panel'));

  it('with what counts for a badge and what shares it', async () => {
    await window.panel.card(BADGE).getByRole('button', { name: 'Details' }).click();
    await window.panel.detail.getByRole('button', { name: 'Share…' }).waitFor();
    await keepsToWcag(window, 'detail');
    await window.panel.detail.getByRole('button', { name: 'Share…' }).click();
    await window.panel.shareSheet.waitFor();
    await keepsToWcag(window, 'share-sheet');
    await window.panel.shareSheet.getByRole('button', { name: 'Close' }).click();
    await window.panel.detail.getByRole('button', { name: 'Close' }).click();
  });

  it('with its time line', async () => {
    await window.panel.tab('Timeline').click();
    await window.panel.timeline.getByRole('listitem').first().waitFor();
    await keepsToWcag(window, 'timeline', window.panel.tab('Timeline'));
    await window.panel.tab('Badges').click();
  });

  it('with filters that no badge fits', async () => {
    await window.panel.filter('Unlocked').click();
    await window.panel.search.fill('nothing is called this');
    await window.panel.button('Show all badges').waitFor();
    await keepsToWcag(window, 'no-match', window.panel.button('Show all badges'));
  });
});
