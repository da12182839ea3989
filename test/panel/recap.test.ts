import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { recapMarkdown } from '../../src/exports/recap/markdown.ts';
import type { Recap } from '../../src/recap/recap.ts';
import { launchBrowser } from '../host/runtime/browser.ts';
import { pngSize } from '../host/user/png.ts';
import { datedHistory, LOOKED_AT } from './datedHistory.ts';
import { MapStore } from './mapStore.ts';
import { openPanel } from './openPanel.ts';
import type { PanelPage, PanelPageOptions } from './panelPage.ts';

const WEEK = 7 * 86_400;

describe('a recap in the panel', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const open = (options: Partial<PanelPageOptions> = {}): Promise<PanelPage> =>
    openPanel(browser, { history: datedHistory(), now: LOOKED_AT, ...options });

  it('holds a month against the one before, in the figures of the history', async () => {
    const history = datedHistory();
    const panel = await open({ history });
    const { page } = panel;
    await page.getByRole('tab', { name: 'Activity' }).click();
    await page.getByRole('button', { name: 'Last month' }).click();
    const view = page.locator('ha-recap-view');
    await view.getByRole('heading', { name: 'October 2026' }).waitFor();
    const asked = { kind: 'recap', period: { last: 'month' } } as const;
    const { totals, totals_before, usage } = history.answer(asked) as Recap;
    const figure = new Intl.NumberFormat('en');
    const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
    const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });
    const shown = await view.locator('.figures-row .value').allTextContents();
    const { sessions, messages, tool_calls, active_days } = totals;
    assert.deepEqual(shown, [
      ...[sessions, messages, tool_calls, active_days].map((value) => figure.format(value)),
      compact.format(usage.total),
      `~${dollars.format(usage.cost.actual! + usage.cost.estimated!)}`,
    ]);
    await view.getByRole('heading', { name: 'Messages by day' }).waitFor();
    const before = await view.locator('.figures-row .before').allTextContents();
    assert.match(before[1]!, new RegExp(`^${figure.format(totals_before.messages)} before, `));
    await page.getByRole('button', { name: 'Last month' }).click();
    await view.waitFor({ state: 'detached' });
    await panel.close();
  });

  it('of any days is asked for with two days', async () => {
    const panel = await open();
    const { page } = panel;
    await page.getByRole('tab', { name: 'Activity' }).click();
    await page.getByRole('button', { name: 'From … to …' }).click();
    await page.getByLabel('First day').fill('2026-03-01');
    await page.getByLabel('Last day').fill('2026-03-10');
    await page.locator('ha-recap-view').getByRole('heading', { name: 'March 1 – 10, 2026' }).waitFor();
    await panel.close();
  });

  it('becomes a picture of 1200 by 630, with titles and folders only if that is chosen, and the Markdown of the command line', async () => {
    const panel = await open();
    const { page } = panel;
    panel.conversation.showPage('activity', { last: 'month' });
    await page.getByRole('button', { name: 'Save Picture…' }).click();
    const picture = (await panel.nextAction()).request as { name: string; content: Uint8Array };
    assert.deepEqual(pngSize(Buffer.from(picture.content)), [1200, 630]);
    assert.equal(picture.name, 'recap-2026-10-01-2026-10-31');
    const isShown = async (): Promise<boolean> => {
      const { content } = (await panel.nextAction()).request as { content: Uint8Array };
      return !Buffer.from(content).equals(Buffer.from(picture.content));
    };
    await page.getByRole('checkbox', { name: 'titles and folders in the picture' }).check();
    await page.getByRole('button', { name: 'Save Picture…' }).click();
    assert.ok(await isShown(), 'with titles the picture is another');
    await page.getByRole('button', { name: 'Save Markdown…' }).click();
    const { content } = (await panel.nextAction()).request as { content: string };
    const recap = panel.history.answer({ kind: 'recap', period: { last: 'month' } }) as Recap;
    assert.equal(content, recapMarkdown(recap));
    await panel.close();
  });

  it('of the week before stands on top on the first opening of a week, and not on the next', async () => {
    const store = new MapStore();
    const first = await open({ store, recapRhythm: 'weekly' });
    const onTop = first.page.locator('ha-recap-on-top section');
    await onTop.getByRole('heading', { name: /The week of November 16/ }).waitFor();
    await first.close();
    const second = await open({ store, recapRhythm: 'weekly' });
    assert.equal(await second.page.locator('ha-recap-on-top').count(), 0);
    await second.close();
  });

  it('goes when it is put away, and leads to the whole of it', async () => {
    const panel = await open({ recapRhythm: 'monthly' });
    const { page } = panel;
    await page.getByRole('button', { name: 'The whole recap' }).click();
    await page
      .locator('ha-recap-panel ha-recap-view')
      .getByRole('heading', { name: 'October 2026' })
      .waitFor();
    await page.locator('ha-recap-on-top').waitFor({ state: 'detached' });
    await panel.close();
  });

  it('is not there where it is off, where nothing was scanned, and where nothing happened', async () => {
    const off = await open({ recapRhythm: 'off' });
    assert.equal(await off.page.locator('ha-recap-on-top').count(), 0);
    await off.close();
    const idle = await open({
      recapRhythm: 'weekly',
      history: datedHistory({ endedBefore: 4 * (WEEK / 86_400) }),
    });
    await idle.page.locator('ha-recap-on-top').waitFor({ state: 'attached' });
    await idle.page.waitForFunction(() => {
      const panel = document.querySelector('ha-panel')?.shadowRoot;
      return panel?.querySelector('ha-recap-on-top')?.hasAttribute('hidden') ?? false;
    });
    await idle.close();
  });

  it('is never in the way of the first screen: it comes when it is known', async () => {
    const history = datedHistory();
    const answer = history.holdAnswers();
    const panel = await open({ history, recapRhythm: 'weekly' });
    assert.equal(await panel.page.locator('ha-recap-on-top section').count(), 0);
    answer();
    await panel.page.locator('ha-recap-on-top section').waitFor();
    await panel.close();
  });
});
