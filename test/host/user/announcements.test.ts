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
    await told('Hermes history read. 2 of 60 badges unlocked.');
  });

  it('which tier a badge rose from and to, and "Open" opens that badge', async () => {
    hermes.work({ text_to_speech: 20 });
    const message = 'Voice Of The Machine rose from Copper to Silver.';
    await window.notifications.press(message, 'Open');
    await window.panel.detail.getByRole('heading', { name: 'Voice Of The Machine' }).waitFor();
  });

  it('the same while the panel is in front, and "Open" opens that badge there too', async () => {
    await window.page.keyboard.press('Escape');
    await window.panel.detailGone();
    hermes.work({ delegate_task: 35 });
    const message = 'Subagent Commander rose from Copper to Silver.';
    await window.notifications.press(message, 'Open');
    await window.panel.detail.getByRole('heading', { name: 'Subagent Commander' }).waitFor();
  });

  it('in one message what happened at once', async () => {
    hermes.work({ delegate_task: 60, browser: 75 });
    await told(
      'Subagent Commander rose from Silver to Gold. Badge unlocked: Browser Possession (Copper).',
      keepItsLooks,
    );
  });

  it('the best by name, and how many more, when there were many', async () => {
    hermes.work({ text_to_speech: 70, browser: 125, web_extract: 100, image: 100 });
    await told('Voice Of The Machine rose from Silver to Gold. 2 more unlocked, 1 more rose.');
  });

  it('of gold and up alone, where the setting says so', async () => {
    await window.settings.change({ 'hermesAchievements.notifications': 'goldAndUp' });
    hermes.work({ text_to_speech: 150, tts: 50, skill_manage: 25 });
    await told('Voice Of The Machine rose from Gold to Diamond.');
  });

  it('nothing where the setting says so, not even later', async () => {
    await window.settings.change({ 'hermesAchievements.notifications': 'off' });
    hermes.work({ memory: 100 });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), '8/60'));
    await window.settings.change({ 'hermesAchievements.notifications': 'all' });
    hermes.work({ delegate_task: 75 });
    await told('Badge unlocked: Autonomous Avalanche (Copper).');
  });

  it('in one of two windows on the same history: the one in use, and never twice', async () => {
    const second = await vscode.openWindow();
    await window.focus.leave();
    hermes.tryModels('llama-3.1', 'qwen-2.5', 'mixtral-8x7b', 'gemini-2.0', 'gpt-4o');
    const message = 'Badge unlocked: Five-Model Flight (Copper). Badge unlocked: Provider Polyglot (Gold).';
    await second.notifications.heard(message);
    await window.focus.enter();
    for (const { statusBarItem } of [window, second]) {
      await eventually(async () => assert.equal(await statusBarItem.text(), '11/60'));
    }
    assert.deepEqual(await second.notifications.all(), [message]);
    assert.deepEqual(await window.notifications.all(), []);
  });

  it('in the window that is come back to, where none was in use', async () => {
    const [, second] = vscode.windows;
    const message = 'Badge unlocked: Rabbit Hole Certified (Copper).';
    const said = () => Promise.all([window, second!].map(({ notifications }) => notifications.said()));
    const saidBefore = await said();
    await window.focus.leave();
    await second!.focus.leave();
    hermes.work({ web_search: 150, web_extract: 150 });
    for (const { statusBarItem } of [window, second!]) {
      await eventually(async () => assert.equal(await statusBarItem.text(), '12/60'));
    }
    assert.deepEqual(await said(), saidBefore);
    await second!.focus.enter();
    await second!.notifications.heard(message);
    await window.focus.enter();
    // What was announced once is nobody else's to announce, now or later.
    assert.deepEqual(await said(), [saidBefore[0], [...saidBefore[1]!, message]]);
  });

  /**
   * Waits for the message, looks whether it is the only one, and takes it away. While VS Code starts, a message of its
   * own about that may still be there.
   */
  async function told(message: string, look?: () => Promise<void>): Promise<void> {
    await window.notifications.heard(message);
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
