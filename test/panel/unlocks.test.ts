import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { UnlockNews } from '../../src/badges/unlocks/detect.ts';
import { launchBrowser } from '../host/runtime/browser.ts';
import { FakeHistory } from './fakeHistory.ts';
import { focusedWords } from './inPage.ts';
import { madeUpHistory } from './madeUpHistory.ts';
import { MapStore } from './mapStore.ts';
import { openPanel } from './openPanel.ts';
import type { PanelPage, PanelPageOptions } from './panelPage.ts';

const { snapshot, history: unlocks } = madeUpHistory();
const timeline = unlocks.timeline();
const latest = timeline.at(-1)!;
const HOME = 'panel:/home/someone/.hermes';

describe('what is unlocked, in the panel', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  async function celebrate(news: UnlockNews[], options: Partial<PanelPageOptions> = {}): Promise<PanelPage> {
    const earlier = timeline.filter((step) => !news.includes(step));
    const panel = await openPanel(browser, { ...options, history: new FakeHistory(snapshot, earlier) });
    panel.history.news = timeline;
    panel.history.emit({ event: 'done', scan_id: 'a', snapshot, unlocks: news, first_scan: false });
    await panel.page.locator('ha-celebration').waitFor();
    return panel;
  }

  it('is marked as new until it has been shown', async () => {
    const store = new MapStore();
    await store.update(HOME, { seen_until: latest.at - 1 });
    const marked = (panel: PanelPage) => panel.page.locator('ha-recent-unlocks vscode-badge').count();
    const first = await openPanel(browser, { store });
    assert.equal(await marked(first), 1);
    await first.close();
    const second = await openPanel(browser, { store });
    assert.equal(await marked(second), 0);
    await second.close();
  });

  it('has its place before the time line has come, which then moves nothing', async () => {
    const history = new FakeHistory(snapshot, timeline);
    const answer = history.holdTimeline();
    const panel = await openPanel(browser, { history });
    await panel.page.waitForSelector('ha-badge-grid[settled]');
    const before = await places(panel.page);
    assert.equal(await panel.page.locator('ha-recent-unlocks button:visible').count(), 0);
    answer();
    await panel.page.locator('ha-recent-unlocks button:visible').first().waitFor();
    assert.deepEqual(await places(panel.page), before);
    await panel.close();
  });

  it('is celebrated under the eyes of the user', async () => {
    const panel = await celebrate([latest]);
    assert.equal(await panel.page.locator('ha-celebration section').isVisible(), true);
    assert.ok((await panel.page.locator('ha-celebration').evaluate(motions)) > 0);
    await panel.close();
  });

  it('is celebrated without motion where that is unwanted, and leaves no hole', async () => {
    const panel = await celebrate([latest], { reducedMotion: true });
    assert.equal(await panel.page.locator('ha-celebration section').isVisible(), true);
    assert.equal(await panel.page.locator('ha-celebration').evaluate(motions), 0);
    await panel.page.getByRole('button', { name: 'Dismiss' }).click();
    await panel.page.waitForSelector('ha-celebration', { state: 'detached' });
    const gaps = await gapsOfPage(panel.page);
    assert.deepEqual(new Set(gaps), new Set([gaps[0]]));
    await panel.close();
  });

  it('is celebrated without moving what a reader further down has before the eyes', async () => {
    const panel = await openPanel(browser, { history: new FakeHistory(snapshot, timeline.slice(0, -1)) });
    await panel.page.waitForSelector('ha-badge-grid[settled]');
    await panel.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    const card = panel.page.locator('ha-badge-card').nth(30);
    const before = await card.boundingBox();
    panel.history.news = timeline;
    panel.history.emit({ event: 'done', scan_id: 'a', snapshot, unlocks: [latest], first_scan: false });
    await panel.page.locator('ha-celebration').waitFor({ state: 'attached' });
    await panel.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    assert.deepEqual(await card.boundingBox(), before);
    await panel.close();
  });

  it('is not called recent after a first scan, where everything was unlocked just now', async () => {
    const now = Date.now() / 1000;
    const first = timeline.map((step) => ({ ...step, at: now }));
    const panel = await openPanel(browser, { history: new FakeHistory(snapshot, first) });
    assert.equal(await panel.page.getByRole('heading', { name: 'Recent unlocks' }).count(), 0);
    await panel.close();
  });

  it('is called recent as soon as something came later, and only that', async () => {
    const first = timeline.slice(0, -1).map((step) => ({ ...step, at: latest.at - 500 }));
    const panel = await openPanel(browser, { history: new FakeHistory(snapshot, [...first, latest]) });
    const recent = panel.page.locator('ha-recent-unlocks');
    await recent.getByRole('heading', { name: 'Recent unlocks' }).waitFor();
    assert.equal(await recent.getByRole('listitem').count(), 1);
    await panel.close();
  });

  it('comes into sight when "Open" is chosen in a message about several badges', async () => {
    const panel = await celebrate(timeline.slice(-3));
    await panel.page.locator('ha-badge-card .open').nth(40).click();
    panel.conversation.reveal(null);
    await panel.page.waitForSelector('ha-badge-detail', { state: 'detached' });
    await panel.page.waitForFunction(() => window.scrollY === 0);
    const named = await panel.page.locator('ha-celebration .name').first().textContent();
    assert.match(await panel.page.evaluate(focusedWords), new RegExp(`^${named}`));
    await panel.close();
  });

  it('opens when "Open" is chosen in the message about it, though the panel is in front', async () => {
    const panel = await celebrate([latest]);
    const { name } = snapshot.achievements.find(({ id }) => id === latest.id)!;
    panel.conversation.reveal(latest.id);
    await panel.page.getByRole('dialog').getByRole('heading', { name }).waitFor();
    await panel.close();
  });
});

/** Runs in the page: how many animations take any time. */
function motions(celebration: Element): number {
  const animations = celebration.shadowRoot?.getAnimations() ?? [];
  return animations.filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 0).length;
}

/** The pixels between the parts of the page that are shown, from above. */
function gapsOfPage(page: Page): Promise<number[]> {
  return page.locator('main').evaluate((main) => {
    const boxes = [...main.children]
      .map((part) => part.getBoundingClientRect())
      .filter(({ height }) => height > 0);
    return boxes.slice(1).map(({ top }, index) => Math.round(top - boxes[index]!.bottom));
  });
}

/** Where the highlights and the cards are, in pixels. */
function places(page: Page): Promise<number[][]> {
  return page.locator('ha-next-up, ha-recent-unlocks, li:visible > ha-badge-card').evaluateAll((parts) =>
    parts.map((part) => {
      const { x, y, width } = part.getBoundingClientRect();
      return [x, y, width];
    }),
  );
}
