import assert from 'node:assert/strict';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { delegating, shownCalls } from './delegateCalls.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

const LIVE_CALLS = 1;
const ARCHIVED_CALLS = 100;

describe('A workspace that is not trusted', () => {
  let home: TemporaryHome;
  /** Where the workspace would have the extension look. */
  let bait: TemporaryHome;
  /** The profile of the user's own home that the workspace would have the extension show. */
  let baitProfile: string;
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    home = TemporaryHome.create();
    home.addSession({}, [delegating(LIVE_CALLS)]);
    home.addSession({ archived: 1 }, [delegating(ARCHIVED_CALLS)]);
    bait = TemporaryHome.create();
    bait.rest();
    baitProfile = join(home.path, 'profiles/work');
    await mkdir(baitProfile, { recursive: true });
    await copyFile(bait.databasePath, join(baitProfile, 'state.db'));
    vscode = await VsCode.start({
      home: home.path,
      workspaceTrust: true,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
      machineSettings: { 'hermesAchievements.historyMode': 'dashboard' },
      workspaceSettings: {
        'hermesAchievements.home': bait.path,
        'hermesAchievements.profile': 'work',
        'hermesAchievements.historyMode': 'lifetime',
      },
    });
    window = await vscode.openWindow();
    await window.hideSideBar();
  });

  after(async () => {
    await vscode.stop();
    home.remove();
    bait.remove();
  });

  it('gets the panel, without reading more than the user has settled', async () => {
    await window.page.getByRole('button', { name: /^Restricted Mode/ }).waitFor();
    await window.openPanel();
    await shownCalls(window.panel, LIVE_CALLS);
  });

  it('may say which part of the history counts once it is trusted', async () => {
    const editor = window.page.locator('.workspace-trust-editor');
    await window.runCommand('Workspaces: Manage Workspace Trust', editor);
    await editor.getByRole('button', { name: 'Trust', exact: true }).click();
    await window.openPanel();
    await shownCalls(window.panel, LIVE_CALLS + ARCHIVED_CALLS);
  });

  it('leads to no other home, trusted or not', async () => {
    assert.deepEqual(await readdir(bait.path), ['state.db']);
  });

  it('leads to no other profile, trusted or not', async () => {
    assert.match((await window.panel.place.textContent()) ?? '', /profile default$/);
    assert.deepEqual(await readdir(baitProfile), ['state.db']);
  });
});
