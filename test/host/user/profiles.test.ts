import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { sampleHome } from '../runtime/sampleHistory.ts';
import type { PanelView } from './panel.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

const CHOOSE = 'Hermes Achievements: Choose Profile…';
const FIRST_VIEW: PanelView = { state: 'Unlocked', search: 'a', sort: 'Name' };
const SECOND_VIEW: PanelView = { state: 'Locked', search: 'e', sort: 'Progress' };
const UNTOUCHED: PanelView = { state: 'All', search: '', sort: 'Nearest to next tier' };

describe('A user with two Hermes profiles', () => {
  let vscode: VsCode;
  let window: Workbench;
  /** The home of each profile. */
  let homes: { readonly default: string; readonly work: string };

  before(async () => {
    const home = await sampleHome();
    homes = { default: home, work: join(home, 'profiles/work') };
    vscode = await VsCode.start({ home });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    await window.notifications.heard('Hermes history read.');
    await window.notifications.clear();
    await choose(FIRST_VIEW);
  });

  after(() => vscode.stop());

  it('chooses among them, and sees which one is shown and which one Hermes uses', async () => {
    const row = (label: string) => window.quickInput.row(label);
    await window.quickInput.ask(CHOOSE, row('Follow Hermes'), async (list) => {
      assert.match((await row('default').textContent()) ?? '', /used by Hermes/);
      assert.equal(await row('default').locator('.codicon-check').count(), 1);
      assert.equal(await row('work').locator('.codicon-check').count(), 0);
      await window.screenshot('profiles', 'light');
      await list.choose('work');
    });
  });

  it('sees the panel of the one chosen, with its own figures', async () => {
    await eventually(async () =>
      assert.match((await window.panel.place.textContent()) ?? '', /profile work$/),
    );
    await eventually(async () => assert.deepEqual(await window.panel.view(), UNTOUCHED));
    await eventually(async () => assert.equal(await unlockedInPanel(), await unlockedOnDisk(homes.work)));
    assert.notEqual(await unlockedOnDisk(homes.work), await unlockedOnDisk(homes.default));
  });

  it('sees the same figures in the status bar, and the name of the profile', async () => {
    const unlocked = await unlockedOnDisk(homes.work);
    await eventually(async () => assert.equal(await window.statusBarItem.text(), `${unlocked}/60`));
    assert.match(await window.statusBarItem.tooltip(), /profile work/);
  });

  it('is told once what the new one begins with', async () => {
    const unlocked = await unlockedOnDisk(homes.work);
    await window.notifications.heard(`Hermes history read. ${unlocked} of 60`);
    assert.equal((await window.notifications.all()).length, 1);
  });

  it('finds the former one as it was left, and so the other', async () => {
    await choose(SECOND_VIEW);
    await switchTo('default');
    await eventually(async () => assert.deepEqual(await window.panel.view(), FIRST_VIEW));
    await switchTo('work');
    await eventually(async () => assert.deepEqual(await window.panel.view(), SECOND_VIEW));
  });

  it('finds the one chosen again after a reload', async () => {
    await window.reload();
    await window.panel.place.waitFor();
    assert.match((await window.panel.place.textContent()) ?? '', /profile work$/);
    assert.deepEqual(await window.panel.view(), SECOND_VIEW);
  });

  it('follows Hermes again when that is chosen', async () => {
    await switchTo('Follow Hermes', 'default');
    const unlocked = await unlockedOnDisk(homes.default);
    await eventually(async () => assert.equal(await window.statusBarItem.text(), `${unlocked}/60`));
  });

  async function choose({ state, search, sort }: PanelView): Promise<void> {
    await window.panel.filter(state).click();
    await window.panel.search.fill(search);
    await window.panel.sort.selectOption(sort);
    await eventually(async () => assert.deepEqual(await window.panel.view(), { state, search, sort }));
  }

  async function switchTo(row: string, profile = row): Promise<void> {
    await window.quickInput.ask(CHOOSE, window.quickInput.row(row), (list) => list.choose(row));
    await eventually(async () =>
      assert.match((await window.panel.place.textContent()) ?? '', new RegExp(`profile ${profile}$`)),
    );
  }

  async function unlockedInPanel(): Promise<number> {
    return Number.parseInt((await window.panel.count.textContent()) ?? '', 10);
  }

  async function unlockedOnDisk(home: string): Promise<number> {
    const file = join(home, 'plugins/hermes-achievements/scan_snapshot.json');
    return JSON.parse(await readFile(file, 'utf8')).unlocked_count;
  }
});
