import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { commandLine } from '../runtime/commandLine.ts';
import { eventually } from '../runtime/eventually.ts';
import { sampleHome } from '../runtime/sampleHistory.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

/** The orders offered, by what the command line calls them. */
const ORDERS = {
  tier: 'Tier',
  name: 'Name',
  progress: 'Progress',
  recent: 'Recently unlocked',
  nearest: 'Nearest to next tier',
};

describe('Looking around in the panel, a user', () => {
  let home: string;
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    home = await sampleHome();
    vscode = await VsCode.start({ home });
    window = await vscode.openWindow();
    await window.hideSideBar();
    await window.openPanel();
    await eventually(async () => assert.match(await window.statusBarItem.text(), /^\d+\/60$/));
  });

  after(() => vscode.stop());

  for (const [key, label] of Object.entries(ORDERS)) {
    it(`sorts by "${label}" as the command line does`, async () => {
      await window.panel.sort.selectOption(label);
      const expected = await listed(key);
      await eventually(async () => assert.deepEqual(await window.panel.names(), expected));
    });
  }

  it('finds on top the four badges that are nearest to their next tier, and opens one', async () => {
    const nearest = window.panel.nextUp.locator('.name');
    assert.deepEqual(await nearest.allTextContents(), (await listed('nearest')).slice(0, 4));
    const name = (await nearest.first().textContent())!;
    await nearest.first().click();
    await window.panel.detail.getByRole('heading', { name }).waitFor();
    await window.page.keyboard.press('Escape');
  });

  it('reads on the time line every unlock, each of which opens its badge', async () => {
    await window.panel.tab('Timeline').click();
    const { timeline } = window.panel;
    await timeline.locator('.name').first().waitFor();
    const unlocked = Number((await window.statusBarItem.text()).split('/')[0]);
    assert.equal(new Set(await timeline.locator('.name').allTextContents()).size, unlocked);
    const name = (await timeline.locator('.name').first().textContent())!;
    await timeline.locator('.name').first().click();
    await window.panel.detail.getByRole('heading', { name }).waitFor();
    await window.page.keyboard.press('Escape');
  });

  describe('who has chosen, searched and scrolled, finds all of it again', () => {
    let left: unknown;

    before(async () => {
      await window.panel.tab('Badges').click();
      await window.panel.sort.selectOption('Recently unlocked');
      await window.panel.filter('Locked').click();
      await window.panel.search.fill('e');
      await window.panel.scrollTo(600);
      left = await asItIs();
      assert.deepEqual(left, {
        search: 'e',
        state: 'Locked',
        sort: 'Recently unlocked',
        scroll: 600,
      });
    });

    it('behind another editor', async () => {
      await window.openEmptyFile();
      await window.closeEditor();
      await isAsItWas();
    });

    it('after a reload of the window', async () => {
      await window.reload();
      await isAsItWas();
    });

    it('after a restart of VS Code', async () => {
      await vscode.restart();
      await isAsItWas();
    });

    it('on the page of the history, if that is where it was left', async () => {
      await window.panel.tab('Timeline').click();
      await window.panel.timeline.waitFor();
      await window.reload();
      await window.panel.timeline.waitFor();
    });

    async function asItIs(): Promise<unknown> {
      return { ...(await window.panel.view()), scroll: await window.panel.scrollPosition() };
    }

    async function isAsItWas(): Promise<void> {
      await window.panel.ready();
      await eventually(async () => assert.deepEqual(await asItIs(), left));
    }
  });

  /** The names of the badges in an order, as the command line has them. */
  async function listed(order: string): Promise<string[]> {
    const printed = await commandLine(home, 'list', '--sort', order, '--json', '--no-save');
    const { achievements } = JSON.parse(printed) as { achievements: { name: string }[] };
    return achievements.map(({ name }) => name);
  }
});
