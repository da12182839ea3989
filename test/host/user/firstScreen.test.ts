import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { THEMES, type Theme } from './themes.ts';
import type { VsCode } from './vscode.ts';
import { windowOnSample } from './windowOnSample.ts';
import type { Workbench } from './workbench.ts';

describe('On the first screen, without scrolling, a user sees', () => {
  let vscode: VsCode;
  let window: Workbench;

  before(async () => {
    ({ vscode, window } = await windowOnSample());
    await window.openPanel();
    await window.notifications.clear();
  });

  after(() => vscode.stop());

  it('the first row of cards whole, in a window of 1280 × 800 with its side bar', async () => {
    assert.equal(await window.page.locator('.part.sidebar').isVisible(), true);
    await pictures();
    const { top, bottom, height } = await firstCard();
    assert.ok(bottom <= height, `${top} to ${bottom} of ${height}`);
  });

  it('the first row of cards, 900 pixels wide', async () => {
    await window.hideSideBar();
    await window.resize(900, 800);
    await pictures();
    const { top, bottom, height } = await firstCard();
    assert.ok(bottom <= height, `${top} to ${bottom} of ${height}`);
  });

  it('that cards follow within another half, 400 pixels wide', async () => {
    await window.resize(400, 800);
    await pictures();
    const { top, height } = await firstCard();
    assert.ok(top <= 1.5 * height, `${top} of ${height}`);
  });

  async function pictures(): Promise<void> {
    for (const theme of Object.keys(THEMES) as Theme[]) {
      await window.useTheme(theme);
      await window.drawn();
      await window.screenshot('first-screen', theme);
    }
  }

  /** In pixels of the panel's page. */
  async function firstCard(): Promise<{ top: number; bottom: number; height: number }> {
    return window.panel.cards.first().evaluate((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return { top: top + scrollY, bottom: bottom + scrollY, height: innerHeight };
    });
  }
});
