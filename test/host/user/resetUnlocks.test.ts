import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { eventually } from '../runtime/eventually.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked by five calls; the session that made them is deleted and forgotten by now. */
const KEPT = 'Subagent Commander';
const RESET = 'Hermes Achievements: Reset Unlocks…';
const QUESTION = 'Reset all unlocks of this Hermes home?';

describe('A user who wants to start over', () => {
  let home: TemporaryHome;
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    home = TemporaryHome.create();
    home.addSession({ id: 'delegating', model: 'one/model' }, [
      { role: 'assistant', tool_calls: JSON.stringify(Array(5).fill({ name: 'delegate_task' })) },
    ]);
    home.addSession({ model: 'one/model' }, [{ content: 'Good morning.' }]);
    home.addSession({ model: 'another/model' }, [{ content: 'Good evening.' }]);
    vscode = await VsCode.start({ home: home.path });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    await rank('Copper');
    home.deleteSession('delegating');
    home.rest();
    await window.runCommand(
      'Hermes Achievements: Forget Deleted Sessions…',
      window.dialog.getByText('Forget 1 session that Hermes has deleted?'),
    );
    await window.dialog.getByRole('button', { name: 'Forget Sessions' }).click();
    await window.panel.card(KEPT).getByText('Kept from earlier history').waitFor();
    await window.notifications.clear();
  });

  after(async () => {
    await vscode.stop();
    home.remove();
  });

  it('is asked first, and told what is lost', async () => {
    await window.runCommand(RESET, window.dialog.getByText(QUESTION));
    const question = (await window.dialog.textContent()) ?? '';
    assert.match(question, /The dates of all unlocks \(\d+\) and the whole time line are lost/);
    assert.match(
      question,
      /Earned from history that is not remembered any more, and locked again without it: 1\./,
    );
    assert.match(question, /What is remembered of sessions stays/);
    assert.match(question, /The Hermes history itself is not touched/);
    await window.screenshot('reset', 'light');
  });

  it('keeps everything with Cancel', async () => {
    const before = await state();
    await window.dialog.getByRole('button', { name: 'Cancel' }).click();
    await window.dialog.waitFor({ state: 'detached' });
    await rank('Copper');
    assert.equal(await state(), before);
  });

  it('loses what only the former history showed, and unlocks the rest anew', async () => {
    const before = JSON.parse(await state());
    await window.runCommand(RESET, window.dialog.getByText(QUESTION));
    await window.dialog.getByRole('button', { name: 'Reset Unlocks' }).click();
    await window.notifications.heard('All unlocks were reset and counted anew.');
    await rank('Locked');
    await eventually(async () => {
      const { unlocks } = JSON.parse(await state());
      assert.equal('subagent_commander' in unlocks, false);
      for (const [id, { unlocked_at }] of Object.entries<{ unlocked_at: number }>(unlocks)) {
        assert.ok(unlocked_at > before.unlocks[id].unlocked_at, id);
      }
    });
  });

  /** What the card of the badge calls it. */
  async function rank(name: string): Promise<void> {
    await window.panel.card(KEPT).locator('.rank', { hasText: name }).waitFor();
  }

  function state(): Promise<string> {
    return readFile(join(home.path, 'plugins/hermes-achievements/state.json'), 'utf8');
  }
});
