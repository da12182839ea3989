import assert from 'node:assert/strict';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { temporaryFolder } from '../runtime/places.ts';
import { bringSampleHistory } from '../runtime/sampleHistory.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

const REASON = /state\.db is not an SQLite database/;

describe('A history that cannot be read', () => {
  let vscode: VsCode;
  let window: Workbench;
  let folder: string;
  let home: string;

  before(async () => {
    // The home comes into being under the eyes of the extension.
    folder = await temporaryFolder('home');
    home = join(folder, 'hermes');
    vscode = await VsCode.start({ home });
    window = await vscode.openWindow({ hasHistory: false });
    await window.hideSideBar();
    await window.showPanel();
    await window.panel.emptyState.waitFor();
    await mkdir(home);
  });

  after(() => vscode.stop());

  it('is called so by the panel as soon as it is there, with the reason', async () => {
    await bringGarbage();
    await window.panel.heading('Your Hermes history could not be read').waitFor();
    await window.panel.emptyState.getByText(REASON).waitFor();
  });

  it('makes the status bar warn, with the reason in words', async () => {
    await eventually(async () => assert.equal(await window.statusBarItem.warns(), true));
    assert.match(await window.statusBarItem.tooltip(), REASON);
  });

  it('looks so in every theme and width', async () => {
    await screenshotEverywhere(window, 'unreadable');
  });

  it('is read again when the user asks for it, and the answer is the same while it is the same', async () => {
    const failures = await failuresLogged();
    await window.panel.button('Try Again').click();
    await eventually(async () => assert.ok((await failuresLogged()) > failures));
    await window.panel.heading('Your Hermes history could not be read').waitFor();
  });

  it('is forgotten as soon as a good one takes its place', async () => {
    await bringSampleHistory(home);
    await window.panel.ready();
    await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
    assert.equal(await window.statusBarItem.warns(), false);
    assert.doesNotMatch(await window.statusBarItem.tooltip(), REASON);
  });

  it('leaves the figures of the last good one standing, and says that they are old', async () => {
    const figures = await window.statusBarItem.text();
    await bringGarbage();
    await window.panel
      .notice(/The last scan failed: .*is not an SQLite database: .*\. You see the figures of \d/)
      .waitFor();
    await window.panel.ready();
    await eventually(async () => assert.equal(await window.statusBarItem.warns(), true));
    assert.equal(await window.statusBarItem.text(), figures);
  });

  it('looks so above older figures in every theme and width', async () => {
    await screenshotEverywhere(window, 'older-figures');
  });

  it('leaves no trace of the failure once a scan has gone well', async () => {
    await bringSampleHistory(home);
    await window.panel.notice('The last scan failed').waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(await window.statusBarItem.warns(), false));
  });

  async function bringGarbage(): Promise<void> {
    const file = join(folder, 'garbage');
    await writeFile(file, 'These are the words of a text file. '.repeat(200));
    await rename(file, join(home, 'state.db'));
  }

  async function failuresLogged(): Promise<number> {
    const text = (await vscode.logs()).map((log) => log.text).join('\n');
    return text.split('is not an SQLite database').length;
  }
});
