import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { madeUpHistory } from './madeUpHistory.ts';
import { openPanel } from './openPanel.ts';

const { snapshot } = madeUpHistory();

describe('the filter bar', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const width of [320, 660, 900, 1280]) {
    it(`moves nothing under the hands of whoever types, ${width} px wide`, async () => {
      const panel = await openPanel(browser, { width });
      const before = await places(panel.page);
      for (const words of ['g', 'goblin', 'no such badge', '']) {
        await panel.page.getByRole('searchbox').fill(words);
        assert.deepEqual(await places(panel.page), before, words);
      }
      for (const state of ['Unlocked', 'Locked', 'Secret']) {
        await panel.page.getByRole('radio', { name: new RegExp(`^${state}`) }).click();
        assert.deepEqual(await places(panel.page), before, state);
      }
      await panel.close();
    });
  }

  for (const width of [320, 400, 660, 720, 784, 828, 842, 881, 920, 1280]) {
    it(`shows its words in the search field whole, ${width} px wide`, async () => {
      const panel = await openPanel(browser, { width });
      const { room, needed } = await panel.page.getByRole('searchbox').evaluate((input) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(input);
        const brush = document.createElement('canvas').getContext('2d')!;
        brush.font = font;
        const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
        const words = (input as HTMLInputElement).placeholder;
        return { room: input.clientWidth - padding, needed: brush.measureText(words).width };
      });
      assert.ok(needed > 0 && needed <= room, `${needed} of ${room}`);
      await panel.close();
    });
  }

  it('says how many of all badges are shown', async () => {
    const panel = await openPanel(browser);
    await panel.page.getByText('60 of 60 shown').waitFor();
    await panel.page.getByRole('searchbox').fill('goblin');
    const shown = await panel.page.locator('li:visible > ha-badge-card').count();
    assert.ok(shown > 0 && shown < 60);
    await panel.page.getByText(`${shown} of 60 shown`).waitFor();
    await panel.close();
  });

  it('calls what is neither unlocked nor secret locked, on the cards as well', async () => {
    const panel = await openPanel(browser);
    await panel.page.getByRole('radio', { name: /^Locked/ }).click();
    const cards = panel.page.locator('li:visible > ha-badge-card');
    assert.equal(await cards.count(), snapshot.discovered_count);
    assert.equal(await cards.getByText('Locked', { exact: true }).count(), snapshot.discovered_count);
    assert.equal(await panel.page.getByText(/discovered/i).count(), 0);
    await panel.close();
  });
});

/** Where each control of the bar is, and where the bar ends. */
function places(page: Page): Promise<number[][]> {
  return page.locator('ha-filter-bar').evaluate((bar) => {
    const controls = bar.shadowRoot?.querySelectorAll('vscode-textfield, button, select') ?? [];
    return [bar, ...controls].map((control) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      return [x, y, width, height];
    });
  });
}
