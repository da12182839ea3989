import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { evaluate } from '../../src/badges/evaluate.ts';
import { launchBrowser } from '../host/runtime/browser.ts';
import { FakeHistory } from './fakeHistory.ts';
import { madeUpHistory, NOW, snapshotOf } from './madeUpHistory.ts';
import { openPanel } from './openPanel.ts';

/** What a window of 1280 × 800 leaves for an editor, with the side bar and without. */
const EDITOR = { withSideBar: 932, alone: 1232, height: 708 };
const { snapshot, history } = madeUpHistory();

describe('the first screen', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const width of [900, EDITOR.withSideBar, EDITOR.alone, 1600]) {
    it(`holds the first row of cards whole, ${width} px wide`, async () => {
      const panel = await openPanel(browser, { width, height: EDITOR.height });
      assert.ok((await firstCard(panel.page)).bottom <= EDITOR.height);
      await panel.close();
    });
  }

  for (const width of [320, 400, 660]) {
    it(`is followed by cards within another half, ${width} px wide`, async () => {
      const panel = await openPanel(browser, { width, height: EDITOR.height });
      assert.ok((await firstCard(panel.page)).top <= 1.5 * EDITOR.height);
      await panel.close();
    });
  }

  it('has one figure for how far the collection is: the ring is as full as the count says', async () => {
    const panel = await openPanel(browser);
    const { unlocked_count, total_count } = snapshot;
    const ring = await panel.page.locator('ha-progress-ring .reached').evaluate((circle) => {
      const length = Number(circle.getAttribute('stroke-dasharray'));
      return 1 - Number(circle.getAttribute('stroke-dashoffset')) / length;
    });
    assert.equal(ring.toFixed(6), (unlocked_count / total_count).toFixed(6));
    assert.equal(await panel.page.locator('ha-summary-header').getByText('%').count(), 0);
    await panel.close();
  });

  it('counts every unlocked badge among the tiers, those without tiers as feats', async () => {
    const panel = await openPanel(browser);
    const numbers = await panel.page.locator('ha-tier-strip .number').allTextContents();
    assert.equal(
      numbers.reduce((sum, number) => sum + Number(number), 0),
      snapshot.unlocked_count,
    );
    const feat = panel.page.locator('ha-tier-strip li', { hasText: 'Feat' });
    assert.match((await feat.getAttribute('title'))!, /^Feat: A badge without tiers/);
    await panel.close();
  });

  it('says of what there are so many to go', async () => {
    const panel = await openPanel(browser);
    const distances = await panel.page.locator('ha-next-up .distance').allTextContents();
    assert.equal(distances[0], '6 file tool calls in one session to go');
    for (const distance of distances) assert.match(distance, /^[\d,]+ [a-z].* to go$/);
    await panel.close();
  });

  it('has no button that calls for attention where all goes by itself', async () => {
    const panel = await openPanel(browser);
    const grounds = await panel.page
      .locator('ha-summary-header .actions button')
      .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).backgroundColor));
    assert.deepEqual(grounds, ['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    await panel.close();
  });

  it('says that figures are up to date, and when they were counted', async () => {
    const halfPastThree = { ...snapshot, generated_at: Date.now() / 1000 - 3.5 * 3600 }; // however long it takes to open
    const panel = await openPanel(browser, { history: new FakeHistory(halfPastThree, history.timeline()) });
    await panel.page.getByText('Up to date · counted 3 hours ago').waitFor();
    await panel.close();
  });

  it('does not call figures up to date that a failed scan left behind, but says of when they are', async () => {
    const at = NOW - 200;
    const failed = { ...snapshot, generated_at: at, error: 'Another program keeps state.db locked' };
    const shown = new FakeHistory(failed, history.timeline());
    const panel = await openPanel(browser, { history: shown, now: NOW });
    const time = new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: 'UTC' }).format(at * 1000);
    const notice = `The last scan failed: Another program keeps state.db locked. You see the figures of ${time}.`;
    await panel.page.getByText(notice.replaceAll('\u202f', ' ')).waitFor();
    await panel.page.getByText(`Counted at ${time}`.replaceAll('\u202f', ' ')).waitFor();
    assert.equal(await panel.page.getByText(/up to date|just now/i).count(), 0);
    await panel.close();
  });

  it('says above figures that are not whole how many sessions could not be read, and the way out', async () => {
    const damaged = { ...snapshot, scan_meta: { ...snapshot.scan_meta, sessions_unreadable: 13 } };
    const panel = await openPanel(browser, { history: new FakeHistory(damaged, history.timeline()) });
    const notice = panel.page.getByText(
      '13 sessions could not be read, as state.db is damaged; what was known of them is kept. "hermes doctor" can mend it.',
    );
    await notice.waitFor();
    assert.equal(await panel.page.locator('ha-notice').count(), 1);
    await panel.close();
  });

  it('tells of a Hermes without sessions what will begin, and counts nothing', async () => {
    const empty = snapshotOf(evaluate({}), {});
    const nothing = { ...empty, scan_meta: { ...empty.scan_meta, sessions_total: 0 } };
    const panel = await openPanel(browser, { history: new FakeHistory(nothing) });
    await panel.page.getByText('Hermes has no sessions yet. Your first one starts the count.').waitFor();
    assert.equal(await panel.page.locator('ha-summary-header .facts strong').count(), 0);
    await panel.close();
  });
});

async function firstCard(page: Page): Promise<{ top: number; bottom: number }> {
  const box = (await page.locator('ha-badge-card').first().boundingBox())!;
  return { top: box.y, bottom: box.y + box.height };
}
