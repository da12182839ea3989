import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { THEMES, type Theme } from './themes.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';
import { WorkingHermes } from './workingHermes.ts';

describe('While Hermes works, a user is told', () => {
  const hermes = new WorkingHermes();
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    hermes.work({ text_to_speech: 10, delegate_task: 5 });
    vscode = await VsCode.start({ home: hermes.home });
    window = await vscode.openWindow();
    await window.hideSideBar();
  });

  after(() => vscode.stop());

  it('once what a first scan found, in figures', async () => {
    await told('Your Hermes history is read: 2 of 60 achievements are unlocked.');
  });

  it('which tier a badge rose from and to, and "Open" opens the panel', async () => {
    hermes.work({ text_to_speech: 20 });
    const message = 'Voice Of The Machine rose from Copper to Silver.';
    await window.notifications.toast(message).waitFor();
    await window.notifications.press(message, 'Open');
    await window.panel.ready();
  });

  it('in one message what happened at once', async () => {
    hermes.work({ delegate_task: 35, browser: 75 });
    await told(
      'Subagent Commander rose from Copper to Silver. Achievement unlocked: Browser Possession (Copper).',
      keepItsLooks,
    );
  });

  it('only how many there were when there were many', async () => {
    hermes.work({ text_to_speech: 70, delegate_task: 60, image: 100, web_extract: 100 });
    await told('2 achievements unlocked, 2 reached a higher tier.');
  });

  it('of gold and up alone, where the setting says so', async () => {
    await window.settings.change({ 'hermesAchievements.notifications': 'goldAndUp' });
    hermes.work({ text_to_speech: 150, tts: 50, browser: 125 });
    await told('Voice Of The Machine rose from Gold to Diamond.');
  });

  it('nothing where the setting says so, not even later', async () => {
    await window.settings.change({ 'hermesAchievements.notifications': 'off' });
    hermes.work({ skill_manage: 25 });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '6/60'));
    await window.settings.change({ 'hermesAchievements.notifications': 'all' });
    hermes.work({ memory: 100 });
    await told('Achievement unlocked: Memory Keeper (Copper). Achievement unlocked: Memory Palace (Copper).');
  });

  it('in one of two windows on the same history', async () => {
    const second = await vscode.openWindow();
    const windows = [window, second];
    hermes.tryModels('llama-3.1', 'qwen-2.5', 'mixtral-8x7b', 'gemini-2.0', 'gpt-4o');
    for (const { statusBarItem } of windows) {
      await eventually(async () => assert.equal(await statusBarItem.text(), '10/60'));
    }
    await eventually(async () => {
      const messages: string[] = [];
      for (const { notifications } of windows) messages.push(...(await notifications.all()));
      assert.deepEqual(messages, [
        'Achievement unlocked: Five-Model Flight (Copper). Achievement unlocked: Provider Polyglot (Gold).',
      ]);
    });
  });

  /**
   * Waits for the message, looks whether it is the only one, and takes it away. While VS Code starts, a message of its
   * own about that may still be there.
   */
  async function told(message: string, look?: () => Promise<void>): Promise<void> {
    await window.notifications.toast(message).waitFor();
    await eventually(async () => assert.deepEqual(await window.notifications.all(), [message]));
    await look?.();
    await window.notifications.clear();
  }

  async function keepItsLooks(): Promise<void> {
    for (const theme of Object.keys(THEMES) as Theme[]) {
      await window.useTheme(theme);
      await window.notifications.show();
      await window.drawn();
      await window.screenshot('notification', theme);
      await window.notifications.hide();
    }
  }
});
