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
    window = await vscode.openWindow({ hasHistory: false });
    await window.hideSideBar();
  });

  after(() => vscode.stop());

  it('sees nothing in the status bar and is told nothing before asking', async () => {
    assert.equal(await window.statusBarItem.item.count(), 0);
    assert.deepEqual(await window.notifications.said(), []);
  });

  for (const command of ['Share Badge…', 'Export…', 'Rescan']) {
    it(`is answered in words to ${command}: what is missing, what Hermes is, and what can be done`, async () => {
      const missing = `There is no Hermes home at ${home}: start Hermes once, or choose another home. Badges are counted from`;
      const answer = window.notifications.toast(missing);
      await window.runCommand(`Hermes Achievements: ${command}`, answer);
      await answer.getByText('Hermes Agent, an AI agent that you run yourself').waitFor();
      for (const way of ['Choose Hermes Home…', 'Try with Sample History'])
        await answer.getByRole('button', { name: way }).waitFor();
      assert.equal(await window.dialog.count(), 0);
      await window.screenshot(`no-history-${command.split(' ')[0]?.replace('…', '').toLowerCase()}`, 'light');
      await window.notifications.clear();
    });
  }

  it('can choose a home there, and from the palette', async () => {
    const question = window.quickInput.title.getByText('Choose Hermes Home…');
    await window.runCommand(
      'Hermes Achievements: Export…',
      window.notifications.toast('There is no Hermes home'),
    );
    await window.notifications.press('There is no Hermes home', 'Choose Hermes Home…');
    await question.waitFor();
    await window.quickInput.dismiss();
    await window.runCommand('Hermes Achievements: Choose Hermes Home…', question);
    await window.quickInput.dismiss();
  });

  it('is told by the panel what is missing and where it was looked for', async () => {
    await window.showPanel();
    await window.panel.emptyState.waitFor();
    await window.panel.heading('No Hermes history here yet').waitFor();
    assert.equal(await window.panel.emptyState.locator('code').textContent(), home);
  });

  it('is not warned of it in the status bar', async () => {
    assert.equal(await window.statusBarItem.item.count(), 0);
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
