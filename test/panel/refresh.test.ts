import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Snapshot } from '../../src/files/shared/snapshot.ts';
import { launchBrowser } from '../host/runtime/browser.ts';
import { changedFigures } from './changedFigures.ts';
import { focusedWords } from './inPage.ts';
import { madeUpHistory } from './madeUpHistory.ts';
import { openPanel } from './openPanel.ts';
import type { PanelPage } from './panelPage.ts';

const { snapshot } = madeUpHistory();

describe('a quiet refresh of the panel', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const width of [400, 440, 932, 1280]) {
    it(`takes nothing from a reader in the middle of the page, ten times, ${width} px wide`, async () => {
      const panel = await openPanel(browser, { width, height: 700 });
      const { page } = panel;
      await page.waitForSelector('ha-badge-grid[settled]');
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
      await page.locator('ha-badge-card .open').nth(30).focus();
      await page.evaluate(noteHeights);
      const before = await page.evaluate(placesOfEverything);
      const focus = await page.evaluate(focusedWords);
      for (let round = 1; round <= 10; round++) {
        await begin(panel);
        assert.deepEqual(await page.evaluate(placesOfEverything), before, `while refresh ${round} runs`);
        await finish(panel, changedFigures(snapshot, round));
        assert.deepEqual(await page.evaluate(placesOfEverything), before, `after refresh ${round}`);
        assert.equal(await page.evaluate(focusedWords), focus);
      }
      assert.deepEqual(await page.evaluate(notedHeights), [before.height], 'heights in between');
      await panel.close();
    });
  }

  it('keeps the focus in the evidence on the session, wherever it stands now', async () => {
    const panel = await openPanel(browser);
    const { page } = panel;
    await page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    const session = page.locator('ha-evidence-list button').nth(2);
    await session.focus();
    const [, , focused] = evidence(snapshot);
    await refresh(panel, withEvidence([focused!, ...evidence(snapshot).filter((one) => one !== focused)]));
    await page.locator('ha-evidence-list button').first().getByText(focused!.title).waitFor();
    await page.keyboard.press('Enter');
    const { request } = await panel.nextAction();
    assert.deepEqual(request, { badge: 'let_him_cook', session: focused!.session_id });
    await panel.close();
  });

  it('lets Enter open no other session when the one in focus is no evidence any more', async () => {
    const panel = await openPanel(browser);
    const { page } = panel;
    await page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    await page.locator('ha-evidence-list button').nth(2).focus();
    await refresh(panel, withEvidence(evidence(snapshot).filter((_, index) => index !== 2)));
    await page.waitForFunction(countOfEvidence, 4);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const { request } = await panel.nextAction();
    assert.deepEqual(request, { badge: 'let_him_cook', session: evidence(snapshot)[0]!.session_id });
    await panel.close();
  });

  it('keeps the focus in Next up on the badge, wherever it stands now', async () => {
    const panel = await openPanel(browser);
    const { page } = panel;
    const entries = page.locator('ha-next-up button');
    await entries.nth(0).focus();
    const badge = await entries.nth(0).locator('.name').textContent();
    const others = { ...snapshot, achievements: snapshot.achievements.map((one) => nearer(one, badge!)) };
    await refresh(panel, others);
    await page.locator('ha-next-up li:nth-child(3)').getByText(badge!).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('heading', { name: badge! }).waitFor();
    await panel.close();
  });
});

/** Until the refresh is hinted at. */
async function begin({ history, page }: PanelPage): Promise<void> {
  history.emit({
    event: 'metadata',
    scan_id: 'a',
    mode: 'incremental',
    sessions_expected_total: 3,
    first_scan: false,
  });
  await page.getByText('Refreshing…').waitFor({ state: 'attached' });
}

/** Until it is over and drawn. */
async function finish({ history, page }: PanelPage, after: Snapshot): Promise<void> {
  history.emit({ event: 'done', scan_id: 'a', snapshot: after, unlocks: [], first_scan: false });
  await page.getByText('Refreshing…').waitFor({ state: 'detached' });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestIdleCallback(() => drawn(null)))),
  );
}

async function refresh(panel: PanelPage, after: Snapshot): Promise<void> {
  await begin(panel);
  await finish(panel, after);
}

function evidence({ achievements }: Snapshot) {
  return achievements.find(({ id }) => id === 'let_him_cook')!.contributors!;
}

function withEvidence(contributors: ReturnType<typeof evidence>): Snapshot {
  const achievements = snapshot.achievements.map((badge) =>
    badge.id === 'let_him_cook' ? { ...badge, contributors } : badge,
  );
  return { ...snapshot, achievements };
}

/** Two others are now nearer to their next tier than the badge of this name. */
function nearer(badge: Snapshot['achievements'][number], name: string): Snapshot['achievements'][number] {
  const isPassed = badge.name === name;
  if (badge.state === 'secret' || badge.progress_pct === 100 || badge.progress_pct === 0) return badge;
  return isPassed
    ? { ...badge, progress_pct: 97 }
    : { ...badge, progress_pct: ['Marathon Operator', 'File Archaeologist'].includes(badge.name) ? 98 : 5 };
}

interface Places {
  readonly height: number;
  readonly scroll: number;
  readonly cards: readonly (readonly [
    badge: string,
    left: number,
    top: number,
    width: number,
    height: number,
  ])[];
}

/** Runs in the page. */
function placesOfEverything(): Places {
  const grid = document.querySelector('ha-panel')?.shadowRoot?.querySelector('ha-badge-grid')?.shadowRoot;
  const cards = [...(grid?.querySelectorAll<HTMLElement>('ha-badge-card') ?? [])].map((card) => {
    const { x, y, width, height } = card.getBoundingClientRect();
    return [card.dataset.badge ?? '', x, y, width, height] as const;
  });
  return { height: document.documentElement.scrollHeight, scroll: window.scrollY, cards };
}

/** Runs in the page: every height that it takes from now on, flickers too. */
function noteHeights(): void {
  const heights = new Set<number>();
  Object.assign(globalThis, { heights });
  new ResizeObserver(() => heights.add(document.documentElement.scrollHeight)).observe(document.body);
}

/** Runs in the page. */
function notedHeights(): number[] {
  return [...(globalThis as unknown as { heights: Set<number> }).heights];
}

/** Runs in the page. */
function countOfEvidence(wanted: number): boolean {
  const panel = document.querySelector('ha-panel')?.shadowRoot;
  const list = panel?.querySelector('ha-badge-detail')?.shadowRoot?.querySelector('ha-evidence-list');
  return list?.shadowRoot?.querySelectorAll('button').length === wanted;
}
