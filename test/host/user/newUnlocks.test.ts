import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

describe('What is unlocked while VS Code is open', () => {
  const hermes = new WorkingHermes();
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    hermes.work({ text_to_speech: 10 });
    vscode = await VsCode.start({
      home: hermes.home,
      settings: { 'hermesAchievements.notifications': 'off', 'workbench.reduceMotion': 'auto' },
    });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '1/60'));
  });

  after(() => vscode.stop());

  it('is not called new after a first scan, where everything would be', async () => {
    assert.deepEqual(await window.panel.badgesMarkedNew(), []);
    assert.equal(await window.panel.celebration.count(), 0);
  });

  it('is celebrated in the panel that is looked at', async () => {
    hermes.work({ browser: 75, delegate_task: 40 });
    await window.panel.celebration.waitFor();
    const names = await window.panel.celebration.locator('.name').allTextContents();
    assert.deepEqual(names, ['Subagent Commander', 'Browser Possession']);
  });

  it('looks so in every theme and width', async () => {
    await screenshotEverywhere(window, 'celebration');
  });

  it('can be opened from there', async () => {
    await window.panel.celebration.getByRole('button', { name: 'Browser Possession' }).click();
    await window.panel.detail.getByRole('heading', { name: 'Browser Possession' }).waitFor();
    await window.page.keyboard.press('Escape');
    await window.panel.detail.waitFor({ state: 'detached' });
  });

  it('is no longer celebrated once it was dismissed', async () => {
    await window.panel.celebration.getByRole('button', { name: 'Dismiss' }).click();
    await window.panel.celebration.waitFor({ state: 'detached' });
  });

  it('is celebrated without motion where that is unwanted', async () => {
    await window.page.emulateMedia({ reducedMotion: 'reduce' });
    hermes.work({ image: 100 });
    await window.panel.celebration.locator('section').waitFor();
    const motions = await window.panel.celebration.evaluate(
      (celebration) =>
        celebration.shadowRoot
          ?.getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 0).length,
    );
    assert.equal(motions, 0);
    await window.page.emulateMedia({ reducedMotion: null });
  });

  it('is marked as new for whoever comes back to the panel, on top of what is recent', async () => {
    await window.openEmptyFile();
    hermes.work({ text_to_speech: 90, web_extract: 100 });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '5/60'));
    await window.openPanel();
    assert.deepEqual((await window.panel.badgesMarkedNew()).toSorted(), [
      'Citation Goblin',
      'Voice Of The Machine',
    ]);
    const recent = await window.panel.recent.locator('.name').allTextContents();
    assert.deepEqual(recent.slice(0, 2).toSorted(), ['Citation Goblin Copper', 'Voice Of The Machine Gold']);
    assert.equal(await window.panel.recent.getByText('New', { exact: true }).count(), 2);
  });

  it('is not marked any more when the panel is opened again', async () => {
    await window.closeEditors();
    await window.openPanel();
    assert.deepEqual(await window.panel.badgesMarkedNew(), []);
  });

  it('stands on the time line, each tier for itself', async () => {
    await window.panel.tab('Timeline').click();
    const steps = window.panel.timeline.locator('.steps .rank');
    await steps.first().waitFor();
    assert.deepEqual((await steps.allTextContents()).toSorted(), [
      'Copper',
      'Copper',
      'Copper',
      'Copper',
      'Copper',
      'Gold',
      'Silver',
      'Silver',
    ]);
    assert.equal(await window.panel.timeline.locator('h3').count(), 1);
  });

  it('is celebrated in every window that shows the panel, whichever found it', async () => {
    const other = await vscode.openWindow();
    await other.openPanel();
    hermes.work({ skill_manage: 25 });
    for (const { panel } of [window, other]) {
      await panel.celebration.locator('.name', { hasText: 'Skill Issue? Skill Created.' }).waitFor();
    }
  });
});
