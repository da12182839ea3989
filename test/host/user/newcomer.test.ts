import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { temporaryFolder } from '../runtime/places.ts';
import { bringSampleHistory } from '../runtime/sampleHistory.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

describe('Someone without a Hermes history', () => {
  let vscode: VsCode;
  let window: Workbench;
  /** Where the environment says that Hermes lives; it does not, yet. */
  let home: string;
  /** Another home, made by hand. */
  let other: string;

  before(async () => {
    const folder = await temporaryFolder('home');
    [home, other] = [join(folder, 'hermes'), join(folder, 'elsewhere')];
    await mkdir(other);
    vscode = await VsCode.start({ home });
    window = await vscode.openWindow();
    await window.hideSideBar();
  });

  after(() => vscode.stop());

  it('is not warned of anything before asking', async () => {
    assert.equal(await window.statusBarItem.text(), '–');
    assert.equal(await window.statusBarItem.warns(), false);
    assert.equal(await window.notifications.toast().count(), 0);
    assert.match(await window.statusBarItem.tooltip(), /No Hermes history has been read yet/);
  });

  it('is told by the panel what is missing and where it was looked for', async () => {
    await window.showPanel();
    await window.panel.emptyState.waitFor();
    await window.panel.heading('No Hermes history here yet').waitFor();
    assert.equal(await window.panel.emptyState.locator('code').textContent(), home);
  });

  it('is told the same by the status bar', async () => {
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '–'));
    assert.match(await window.statusBarItem.tooltip(), /There is no Hermes home at/);
  });

  it('is shown it in every theme and width', async () => {
    await screenshotEverywhere(window, 'no-history');
  });

  it('can read the log, which says it too', async () => {
    await window.panel.button('Show Log').click();
    await eventually(async () => assert.match(await window.output.text(), /There is no Hermes home at/));
    assert.match(await window.output.channel(), /Hermes Achievements/);
    await window.output.close();
  });

  it('can look around in a sample, and is back where nothing is after leaving it', async () => {
    await window.panel.button('Try with Sample History').click();
    await window.panel.ready();
    await window.panel.notice('made-up sample history').getByRole('button').click();
    await window.panel.heading('No Hermes history here yet').waitFor();
  });

  it('chooses another home in a folder dialog, and is told that nothing is there either', async () => {
    await window.panel.button('Choose Hermes Home').click();
    await window.answerPath(`${other}/`);
    await eventually(async () =>
      assert.equal(await window.panel.emptyState.locator('code').textContent(), other),
    );
  });

  it('sees badges as soon as Hermes begins there, without doing anything', async () => {
    await bringSampleHistory(other);
    await window.panel.ready();
    await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
    assert.equal(await window.statusBarItem.warns(), false);
    assert.equal(await window.panel.emptyState.count(), 0);
  });

  it('finds the home chosen again in a later window', async () => {
    await window.reload();
    await window.panel.ready();
  });
});
