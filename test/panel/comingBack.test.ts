import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { PanelMemory } from '../../src/surfaces/panel/conversation/memory.ts';
import type { ViewState } from '../../src/surfaces/panel/protocol/viewState.ts';
import { launchBrowser } from '../host/runtime/browser.ts';
import { focusedWords } from './inPage.ts';
import { MapStore } from './mapStore.ts';
import { openPanel } from './openPanel.ts';

describe('coming back to the panel', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('finds filter, search, sort and scroll as they were left', async () => {
    const store = new MapStore();
    const first = await openPanel(browser, { store });
    await first.page.getByRole('radio', { name: /^Unlocked/ }).click();
    await first.page.evaluate(() => window.scrollTo(0, 700));
    await remembered(store, ({ scroll }) => scroll === 700);
    await first.close();
    const second = await openPanel(browser, { store });
    await second.page.waitForFunction(() => window.scrollY === 700);
    const chosen = second.page.getByRole('radio', { name: /^Unlocked/ });
    assert.equal(await chosen.getAttribute('aria-checked'), 'true');
    await second.close();
  });

  it('from a transcript finds the badge open, scrolled as it was, on the session that was looked at', async () => {
    const store = new MapStore();
    const first = await openPanel(browser, { store, height: 500 });
    await first.page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    const dialog = first.page.locator('ha-badge-detail dialog');
    await dialog.evaluate((element) => element.scrollTo(0, 200));
    await first.page.waitForTimeout(300);
    await first.page
      .locator('ha-evidence-list button')
      .nth(1)
      .click({ position: { x: 20, y: 10 } });
    await first.nextAction();
    const left = await dialog.evaluate((element) => element.scrollTop);
    const session = await first.page.evaluate(focusedWords);
    await remembered(store, ({ open }) => open?.session !== null && open?.scroll === left);
    await first.close();

    const second = await openPanel(browser, { store, height: 500 });
    await second.page.getByRole('dialog').getByRole('heading', { name: 'Let Him Cook' }).waitFor();
    await second.page.waitForFunction(scrolledTo, left);
    assert.equal(await second.page.evaluate(focusedWords), session);
    await second.close();
  });

  it('finds no badge open that was closed', async () => {
    const store = new MapStore();
    const first = await openPanel(browser, { store });
    await first.page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    await first.page.keyboard.press('Escape');
    await first.page.waitForSelector('ha-badge-detail', { state: 'detached' });
    await first.close();
    const second = await openPanel(browser, { store });
    assert.equal(await second.page.locator('ha-badge-detail').count(), 0);
    await second.close();
  });

  it('gives the focus to the card of a badge that was open from the start and is closed', async () => {
    const store = new MapStore();
    const first = await openPanel(browser, { store });
    await first.page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    await first.page.waitForSelector('ha-badge-detail dialog[open]');
    await first.close();
    const second = await openPanel(browser, { store });
    await second.page.waitForSelector('ha-badge-detail dialog[open]');
    await second.page.keyboard.press('Escape');
    await second.page.waitForSelector('ha-badge-detail', { state: 'detached' });
    await second.page.waitForFunction(() => document.activeElement !== document.body);
    assert.equal(await second.page.evaluate(focusedWords), 'Details: Let Him Cook');
    await second.close();
  });
});

/** Waits until the host has been told of a view like this. */
async function remembered(store: MapStore, isWanted: (view: ViewState) => boolean): Promise<void> {
  while (!isWanted(new PanelMemory(store).view('/home/someone/.hermes'))) await sleep(20);
}

/** Runs in the page. */
function scrolledTo(top: number): boolean {
  const detail = document.querySelector('ha-panel')?.shadowRoot?.querySelector('ha-badge-detail');
  return detail?.shadowRoot?.querySelector('dialog')?.scrollTop === top;
}
