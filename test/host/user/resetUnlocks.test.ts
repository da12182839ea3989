import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { TemporaryHome } from '../../support/temporaryHome.ts';
import { eventually } from '../runtime/eventually.ts';
import {
  agreeToForget,
  askToForget,
  delegationRank,
  deleteDelegation,
  homeThatDelegated,
  seeDelegation,
} from './deletedSession.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

const RESET = 'Hermes Achievements: Reset Unlocks…';
const QUESTION = 'Reset all unlocks of this Hermes home?';

describe('A user who wants to start over', () => {
  let home: TemporaryHome;
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    home = homeThatDelegated();
    home.addSession({ model: 'another/model' }, [{ content: 'Good evening.' }]);
    vscode = await VsCode.start({ home: home.path });
    window = await vscode.openWindow();
    await seeDelegation(window);
    deleteDelegation(home);
    await askToForget(window);
    await agreeToForget(window);
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
    await delegationRank(window, 'Copper');
    assert.equal(await state(), before);
  });

  it('loses what only the former history showed, and unlocks the rest anew', async () => {
    const before = JSON.parse(await state());
    await window.runCommand(RESET, window.dialog.getByText(QUESTION));
    await window.dialog.getByRole('button', { name: 'Reset Unlocks' }).click();
    await window.notifications.heard('All unlocks were reset and counted anew.');
    await delegationRank(window, 'Locked');
    await eventually(async () => {
      const { unlocks } = JSON.parse(await state());
      assert.equal('subagent_commander' in unlocks, false);
      for (const [id, { unlocked_at }] of Object.entries<{ unlocked_at: number }>(unlocks)) {
        assert.ok(unlocked_at > before.unlocks[id].unlocked_at, id);
      }
    });
  });

  function state(): Promise<string> {
    return readFile(join(home.path, 'plugins/hermes-achievements/state.json'), 'utf8');
  }
});
