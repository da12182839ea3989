import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { eventually } from '../runtime/eventually.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

describe('A user who has little history and tries the sample', () => {
  let home: TemporaryHome;
  let vscode: VsCode;
  let window: Workbench;
  let own: { readonly figures: string; readonly files: Map<string, string> };

  before(async () => {
    home = TemporaryHome.create();
    home.addSession({ title: 'The first one' }, [{ content: 'Traceback: an error' }]);
    home.rest();
    vscode = await VsCode.start({ home: home.path });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
    own = { figures: await window.statusBarItem.text(), files: await contentsOf(home.path) };
  });

  after(async () => {
    await vscode.stop();
    home.remove();
  });

  it('sees many badges', async () => {
    await window.runCommand(
      'Hermes Achievements: Try with Sample History',
      window.panel.notice('This is a made-up sample history, not yours.'),
    );
    await eventually(async () => assert.ok(unlocked(await window.statusBarItem.text()) > 20));
    assert.equal(await window.panel.cards.count(), 60);
  });

  it('is told by the panel that it is a sample, at its head, in a notice and at its foot', async () => {
    assert.match((await window.panel.place.textContent()) ?? '', /sample history/);
    await window.panel.notice('made-up sample history').waitFor();
    await window.panel.footer.getByRole('button', { name: 'Leave Sample History' }).waitFor();
  });

  it('is told so by the status bar, which offers to leave it', async () => {
    assert.equal(await window.statusBarItem.icon('beaker').count(), 1);
    assert.match(await window.statusBarItem.tooltip(), /sample history.*Leave Sample History/s);
  });

  it('hears of no unlock, since none is the user’s own', async () => {
    const messages = await window.notifications.all();
    assert.deepEqual(
      messages.filter((message) => !message.startsWith('Hermes history read.')),
      [],
    );
  });

  it('is shown it in every theme and width', async () => {
    await screenshotEverywhere(window, 'sample');
  });

  it('finds it again after a reload', async () => {
    await window.reload();
    await window.panel.notice('This is a made-up sample history, not yours.').waitFor();
  });

  it('is asked about the sample when its unlocks are to be reset, not about the own ones', async () => {
    const question = window.dialog.getByText('Reset all unlocks of the sample history?');
    await window.runCommand('Hermes Achievements: Reset Unlocks…', question);
    const asked = (await window.dialog.textContent()) ?? '';
    assert.match(asked, /Your own badges are not touched/);
    assert.doesNotMatch(asked, /Hermes home|dashboard/);
    await window.screenshot('reset-sample', 'light');
    await window.dialog.getByRole('button', { name: 'Cancel' }).click();
    await window.dialog.waitFor({ state: 'detached' });
  });

  it('has the own history back after leaving it', async () => {
    await window.runCommand('Hermes Achievements: Leave Sample History', () =>
      window.panel.notice('made-up sample history').waitFor({ state: 'detached' }),
    );
    await eventually(async () => assert.equal(await window.statusBarItem.text(), own.figures));
    assert.match((await window.panel.place.textContent()) ?? '', /profile default/);
  });

  it('finds the own home as it was, to the byte', async () => {
    assert.deepEqual(await contentsOf(home.path), own.files);
  });
});

function unlocked(figures: string): number {
  return Number(figures.split('/')[0]);
}

/**
 * Every file below a folder by its path, as Latin-1 text. The archive, which is copied once a day, and the snapshot, which
 * is dated anew as time passes, do not count.
 */
async function contentsOf(folder: string): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /^archive\.|^scan_snapshot\./.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    contents.set(path, await readFile(path, 'latin1'));
  }
  return contents;
}
