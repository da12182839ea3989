import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { TemporaryHome } from '../../support/temporaryHome.ts';
import {
  agreeToForget,
  askToForget,
  deleteDelegation,
  findNothingToForget,
  homeThatDelegated,
  seeDelegation,
} from './deletedSession.ts';
import { scanStatus } from './scanStatus.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

describe('A user who wants Hermes Achievements to forget what Hermes has deleted', () => {
  let home: TemporaryHome;
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    home = homeThatDelegated();
    home.rest();
    vscode = await VsCode.start({ home: home.path });
    window = await vscode.openWindow();
    await seeDelegation(window);
    await window.notifications.clear();
  });

  after(async () => {
    await vscode.stop();
    home.remove();
  });

  it('is told that there is nothing to forget while there is not', async () => {
    await findNothingToForget(window);
    await window.notifications.clear();
  });

  it('sees in the scan status how many are remembered, and how many of them Hermes has deleted', async () => {
    deleteDelegation(home);
    await askToForget(window);
    await window.dialog.getByRole('button', { name: 'Cancel' }).click();
    const rows = await scanStatus(window, (status) => status.dismiss());
    assert.match(rows['Sessions remembered'] ?? '', /^2, since .*; deleted by Hermes: 1$/);
  });

  it('is asked first, and told what is lost and what stays', async () => {
    await askToForget(window);
    const question = (await window.dialog.textContent()) ?? '';
    assert.match(question, /Sessions remembered since .*: 2\. Deleted by Hermes: 1\./);
    assert.match(question, /They make up 85\.7% of all messages and tool calls\./);
    assert.match(question, /Unlocks and their dates stay\./);
    await window.screenshot('forget-deleted', 'light');
    await window.dialog.getByRole('button', { name: 'Cancel' }).click();
    await window.dialog.waitFor({ state: 'detached' });
  });

  it('loses the figures, and keeps the badge', async () => {
    await askToForget(window);
    await agreeToForget(window);
    const rows = await scanStatus(window, (status) => status.dismiss());
    assert.match(rows['Sessions remembered'] ?? '', /^1, since [^;]*$/);
  });
});
