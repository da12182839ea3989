import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { focusedWords } from './inPage.ts';
import { openPanel } from './openPanel.ts';

describe('the panel without a mouse', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const focused = (page: Page): Promise<string> => page.evaluate(focusedWords);

  async function press(page: Page, ...keys: string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  it('has one stop of the Tab key for each group before the first card', async () => {
    const panel = await openPanel(browser);
    const stops: string[] = [];
    while (stops.length < 40 && !stops.at(-1)?.startsWith('Details')) {
      await press(panel.page, 'Tab');
      stops.push(await focused(panel.page));
    }
    const groups = [/^Rescan$/, /^One More Small Change/, /^Let Him Cook/, /^Badges$/, /^Search badges$/];
    groups.push(/^All \d/, /^Nearest to next tier/, /^All categories/, /^Details: /);
    assert.equal(stops.length, groups.length, stops.join(' | '));
    for (const [index, group] of groups.entries()) assert.match(stops[index]!, group);
    await panel.close();
  });

  it('moves inside a group with the arrow keys, and comes back to where it was in it', async () => {
    const panel = await openPanel(browser);
    await panel.page.locator('ha-next-up button').first().focus();
    await press(panel.page, 'ArrowRight', 'ArrowDown');
    const third = await focused(panel.page);
    assert.match(third, new RegExp(`^${await panel.page.locator('ha-next-up .name').nth(2).textContent()}`));
    await press(panel.page, 'Tab', 'Shift+Tab');
    assert.equal(await focused(panel.page), third);
    await press(panel.page, 'End', 'ArrowRight');
    assert.match(await focused(panel.page), /^One More Small Change/);
    await panel.close();
  });

  it('does not let the arrow keys go where nothing is to be seen', async () => {
    const panel = await openPanel(browser, { width: 400 });
    await panel.page.locator('ha-next-up button').first().focus();
    await press(panel.page, 'End');
    assert.match(await focused(panel.page), /^Marathon Operator/);
    await panel.close();
  });

  it('chooses a state with the arrow keys, as of one among several', async () => {
    const panel = await openPanel(browser);
    await panel.page.getByRole('radio', { name: /^All \d/ }).focus();
    await press(panel.page, 'ArrowRight');
    await panel.page.locator('ha-filter-bar [aria-checked=true]', { hasText: 'Unlocked' }).waitFor();
    assert.match(await focused(panel.page), /^Unlocked/);
    await panel.close();
  });

  for (const [key, place] of [
    ['Control+f', 'the cards'],
    ['Meta+F', 'the cards'],
    ['Control+f', 'the time line'],
    ['Control+f', 'a detail'],
  ] as const) {
    it(`goes from ${place} to the search field with ${key}, with what stands there selected`, async () => {
      const panel = await openPanel(browser);
      const { page } = panel;
      await page.getByRole('searchbox').fill('cook');
      if (place === 'the time line') await page.getByRole('tab', { name: 'Timeline' }).click();
      else await page.locator('ha-badge-card[data-badge=let_him_cook] .open').focus();
      if (place === 'a detail') await press(page, 'Enter');
      if (place === 'a detail') await page.waitForSelector('ha-badge-detail dialog[open]');
      await press(page, key);
      await page.waitForFunction(hasSearchFocus);
      await page.keyboard.type('goblin');
      assert.equal(await page.getByRole('searchbox').inputValue(), 'goblin');
      assert.equal(await page.locator('ha-badge-detail').count(), 0);
      await panel.close();
    });
  }
});

/** Runs in the page. */
function hasSearchFocus(): boolean {
  const bar = document.querySelector('ha-panel')?.shadowRoot?.querySelector('ha-filter-bar')?.shadowRoot;
  return bar?.activeElement?.localName === 'vscode-textfield';
}
