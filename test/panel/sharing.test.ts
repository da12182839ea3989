import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { isOnTop } from './inPage.ts';
import { openPanel } from './openPanel.ts';
import type { PanelPage, PanelPageOptions } from './panelPage.ts';

describe('sharing a badge', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const picture = (panel: PanelPage): Locator =>
    panel.page.getByRole('img', { name: 'The card of Let Him Cook' });

  async function openCard(options: Partial<PanelPageOptions> = {}): Promise<PanelPage> {
    const panel = await openPanel(browser, options);
    await panel.page.locator('ha-badge-card[data-badge=let_him_cook] .share').click();
    await picture(panel).waitFor();
    return panel;
  }

  it('begins with the card, shown before it is saved or copied', async () => {
    const panel = await openCard();
    const drawn = await picture(panel).evaluate((image: HTMLImageElement) =>
      image.decode().then(() => [image.naturalWidth, image.naturalHeight]),
    );
    assert.deepEqual([drawn, panel.acted, panel.complaints], [[1200, 630], [], []]);
    await panel.page.keyboard.press('Escape');
    await panel.page.waitForSelector('ha-share-sheet', { state: 'detached' });
    await panel.close();
  });

  it('is offered in the detail of a badge too, which is still there afterwards', async () => {
    const panel = await openPanel(browser);
    await panel.page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    await panel.page.getByRole('button', { name: 'Share…' }).click();
    await picture(panel).waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.page.waitForSelector('ha-share-sheet', { state: 'detached' });
    await panel.page.getByRole('dialog').getByRole('heading', { name: 'Let Him Cook' }).waitFor();
    await panel.close();
  });

  it('hands the card on as a PNG of 1200 × 630, to be saved', async () => {
    const panel = await openCard();
    await panel.page.getByRole('button', { name: 'Save Card…' }).click();
    const { png } = (await panel.nextAction()).request as { png: Uint8Array };
    const header = new DataView(png.buffer, png.byteOffset);
    assert.deepEqual([header.getUint32(16), header.getUint32(20)], [1200, 630]);
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });

  it('says that a card was copied, to the eye as well as to the ear', async () => {
    const panel = await openCard({ prelude: clipboardThatTakes });
    await panel.page.getByRole('button', { name: 'Copy Card' }).click();
    await assertToldOnTop(panel, 'The card of Let Him Cook is in the clipboard.');
    await panel.close();
  });

  it('says that a card could not be drawn, to the eye as well as to the ear', async () => {
    const panel = await openCard({ prelude: canvasThatFails });
    await panel.page.getByRole('button', { name: 'Save Card…' }).click();
    await assertToldOnTop(panel, 'The card could not be drawn.');
    await panel.close();
  });

  async function assertToldOnTop({ page }: PanelPage, words: string): Promise<void> {
    const told = page.getByRole('status').getByText(words);
    await told.waitFor();
    assert.equal(await told.evaluate(isOnTop), true);
  }
});

/** Runs in the page, in place of a clipboard that needs the user's leave. */
function clipboardThatTakes(): void {
  Object.defineProperty(navigator, 'clipboard', { value: { write: async () => {} } });
}

/** Runs in the page: no memory is left for a picture. */
function canvasThatFails(): void {
  HTMLCanvasElement.prototype.toDataURL = () => 'data:,';
}
