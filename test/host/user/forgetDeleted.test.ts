import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { scanStatus } from './scanStatus.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked by five calls in the session that Hermes then deletes. */
const BADGE = 'Subagent Commander';
const FORGET = 'Hermes Achievements: Forget Deleted Sessions…';
const QUESTION = 'Forget 1 session that Hermes has deleted?';

describe('A user who wants Hermes Achievements to forget what Hermes has deleted', () => {
  let home: TemporaryHome;
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    home = TemporaryHome.create();
    home.addSession({ id: 'delegating', model: 'one/model' }, [
      { role: 'assistant', tool_calls: JSON.stringify(Array(5).fill({ name: 'delegate_task' })) },
    ]);
    home.addSession({ model: 'one/model' }, [{ content: 'Good morning.' }]);
    home.rest();
    vscode = await VsCode.start({ home: home.path });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    await window.panel.card(BADGE).locator('.rank', { hasText: 'Copper' }).waitFor();
    await window.notifications.clear();
  });

  after(async () => {
    await vscode.stop();
    home.remove();
  });

  it('is told that there is nothing to forget while there is not', async () => {
    const nothing = 'There is nothing to forget: Hermes has deleted no session that is remembered.';
    await window.runCommand(FORGET, window.notifications.toast(nothing));
    await window.notifications.clear();
  });

  it('sees in the scan status how many are remembered, and how many of them Hermes has deleted', async () => {
    home.deleteSession('delegating');
    home.rest();
    await window.runCommand(FORGET, window.dialog.getByText(QUESTION));
    await window.dialog.getByRole('button', { name: 'Cancel' }).click();
    const rows = await scanStatus(window, (status) => status.dismiss());
    assert.match(rows['Sessions remembered'] ?? '', /^2, since .*; deleted by Hermes: 1$/);
  });

  it('is asked first, and told what is lost and what stays', async () => {
    await window.runCommand(FORGET, window.dialog.getByText(QUESTION));
    const question = (await window.dialog.textContent()) ?? '';
    assert.match(question, /Sessions remembered since .*: 2\. Deleted by Hermes: 1\./);
    assert.match(question, /They make up 85\.7% of all messages and tool calls\./);
    assert.match(question, /Unlocks and their dates stay\./);
    await window.screenshot('forget-deleted', 'light');
    await window.dialog.getByRole('button', { name: 'Cancel' }).click();
    await window.dialog.waitFor({ state: 'detached' });
  });

  it('loses the figures, and keeps the badge', async () => {
    await window.runCommand(FORGET, window.dialog.getByText(QUESTION));
    await window.dialog.getByRole('button', { name: 'Forget Sessions' }).click();
    await window.notifications.toast('1 session was forgotten, and all was counted anew.').waitFor();
    await window.panel.card(BADGE).getByText('Kept from earlier history').waitFor();
    const rows = await scanStatus(window, (status) => status.dismiss());
    assert.match(rows['Sessions remembered'] ?? '', /^1, since [^;]*$/);
  });
});
