import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Snapshot } from '../../src/files/shared/snapshot.ts';
import type { ToWebview } from '../../src/surfaces/panel/protocol.ts';
import { launchBrowser } from '../host/runtime/browser.ts';
import { changedFigures } from './changedFigures.ts';
import { datedHistory, LOOKED_AT } from './datedHistory.ts';
import { FakeHistory } from './fakeHistory.ts';
import { madeUpHistory } from './madeUpHistory.ts';
import { openPanel } from './openPanel.ts';
import type { PanelPage } from './panelPage.ts';

const { snapshot } = madeUpHistory();

describe('the detail of a badge', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  async function open(page: Page, badge: string): Promise<void> {
    await page.locator(`ha-badge-card[data-badge=${badge}] .open`).click();
    await page.waitForSelector('ha-badge-detail dialog[open]');
  }

  for (const [what, width, height] of [
    ['a window of 1280 × 800 at 200 %', 616, 354],
    ['the same with its side bar', 466, 354],
    ['a narrow editor', 400, 700],
  ] as const) {
    it(`leaves the room to the words in ${what}`, async () => {
      const panel = await openPanel(browser, { width, height });
      await open(panel.page, 'let_him_cook');
      const dialog = (await panel.page.locator('ha-badge-detail dialog').boundingBox())!;
      const medal = (await panel.page.locator('ha-badge-detail .head > .medal').boundingBox())!;
      const name = (await panel.page.locator('ha-badge-detail h2').boundingBox())!;
      assert.ok(medal.height <= dialog.height / 4, `${medal.height} of ${dialog.height}`);
      assert.ok(name.y < medal.y + medal.height, 'the name stands beside the medal');
      await panel.close();
    });
  }

  it('moves nothing of the page that it covers, neither when it opens nor when it closes', async () => {
    const panel = await openPanel(browser, { width: 900, height: 700 });
    const { page } = panel;
    await page.waitForSelector('ha-badge-grid[settled]');
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    const places = () => page.locator('ha-badge-card').evaluateAll(topsOf);
    const before = await places();
    await page.locator('ha-badge-card .open').nth(30).click();
    await page.waitForSelector('ha-badge-detail dialog[open]');
    assert.deepEqual(await places(), before);
    await page.keyboard.press('Escape');
    await page.waitForSelector('ha-badge-grid[settled]');
    assert.deepEqual(await places(), before);
    await panel.close();
  });

  const curves = ({ questions }: FakeHistory) => questions.filter(({ kind }) => kind === 'curve').length;
  const cardOf = ({ page }: PanelPage) => page.locator('ha-badge-card[data-badge=let_him_cook]');

  /** A panel whose card is pointed at, and what it will be asked for is there. */
  async function pointedAt(history: FakeHistory): Promise<PanelPage> {
    const panel = await openPanel(browser, { history, now: LOOKED_AT });
    await heard(panel.page, 'answer', () => cardOf(panel).hover());
    return panel;
  }

  it('has the curve of its figure in the frame that it opens in, where its card was pointed at before', async () => {
    const history = datedHistory();
    const panel = await pointedAt(history);
    assert.ok(await cardOf(panel).evaluate(opensWithCurve));
    assert.equal(curves(history), 1);
    await panel.close();
  });

  it('asks for the curve before it is opened with the keyboard, too', async () => {
    const panel = await openPanel(browser, { history: datedHistory(), now: LOOKED_AT });
    await heard(panel.page, 'answer', () => cardOf(panel).locator('.open').focus());
    await panel.close();
  });

  it('asks for no curve of a secret', async () => {
    const history = datedHistory();
    history.current = snapshot;
    const panel = await openPanel(browser, { history, now: LOOKED_AT });
    await panel.page.locator('ha-badge-card .secret').first().hover();
    // A timer that is set later, and for longer, ends later than that of resting.
    await panel.page.evaluate(() => new Promise((ended) => setTimeout(ended, 200)));
    await heard(panel.page, 'answer', () => cardOf(panel).hover());
    assert.deepEqual(history.questions, [{ kind: 'curve', badge: 'let_him_cook' }]);
    await panel.close();
  });

  it('asks for the curve anew where figures have changed since its card was pointed at', async () => {
    const history = datedHistory();
    const panel = await pointedAt(history);
    const changed = changedFigures(history.current!, 1);
    await heard(panel.page, 'scanEnded', async () =>
      history.emit({ event: 'done', scan_id: 'a', snapshot: changed, unlocks: [], first_scan: false }),
    );
    await heard(panel.page, 'answer', () => cardOf(panel).locator('.open').click());
    assert.equal(curves(history), 2);
    await panel.close();
  });

  it('shows the whole title of a session on hover, and two lines of it before', async () => {
    const panel = await openPanel(browser, { width: 400 });
    await open(panel.page, 'let_him_cook');
    const { title } = snapshot.achievements.find(({ id }) => id === 'let_him_cook')!.contributors![4]!;
    const session = panel.page.locator('ha-evidence-list button').nth(4);
    assert.equal(await session.getAttribute('title'), title);
    const lines = await session.locator('.title').evaluate((words) => {
      return words.clientHeight / Number.parseFloat(getComputedStyle(words).lineHeight);
    });
    assert.equal(Math.round(lines), 2);
    await panel.close();
  });

  it('says on which day a session began, where that is known', async () => {
    const panel = await openPanel(browser);
    await open(panel.page, 'let_him_cook');
    const days = await panel.page.locator('ha-evidence-list .day').allTextContents();
    assert.deepEqual(days, ['Jun 14, 2026', 'May 5, 2026', 'Mar 26, 2026', '', 'Jan 5, 2026']);
    await panel.close();
  });

  for (const width of [900, 1280]) {
    it(`puts days under days and figures under figures, ${width} px wide`, async () => {
      const panel = await openPanel(browser, { width, history: new FakeHistory(figuresOfEveryLength()) });
      await open(panel.page, 'let_him_cook');
      for (const column of ['.day', '.value']) {
        const ends = await panel.page
          .locator(`ha-evidence-list ${column}`)
          .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
        assert.ok(ends.length > 1);
        assert.deepEqual(new Set(ends).size, 1, `${column}: ${ends}`);
      }
      await panel.close();
    });
  }

  it('says of a badge that today’s history would not give what it was earned from', async () => {
    const panel = await openPanel(browser);
    const kept = snapshot.achievements.find((badge) => badge.kept)!;
    await open(panel.page, kept.id);
    await panel.page.getByRole('dialog').getByText('Earned from history that is gone since.').waitFor();
    await panel.close();
  });

  it('explains the words that need it on hover', async () => {
    const panel = await openPanel(browser);
    const feat = snapshot.achievements.find(({ unlocked, tier }) => unlocked && tier === null)!;
    const word = (badge: string) => panel.page.locator(`ha-badge-card[data-badge="${badge}"] .rank`);
    assert.equal(await word(feat.id).textContent(), 'Feat');
    assert.match((await word(feat.id).getAttribute('title'))!, /^A badge without tiers/);
    const secret = panel.page.locator('ha-badge-card .secret .rank').first();
    assert.equal(await secret.textContent(), 'Secret');
    assert.match((await secret.getAttribute('title'))!, /^A badge whose name and rule stay hidden/);
    await panel.close();
  });
});

/** Waits until the page has heard a message of a type, which something brings about. */
async function heard(page: Page, type: ToWebview['type'], bringAbout: () => Promise<unknown>): Promise<void> {
  const message = page.evaluate(
    (wanted) =>
      new Promise<void>((hear) =>
        window.addEventListener('message', ({ data }) => data.type === wanted && hear()),
      ),
    type,
  );
  await bringAbout();
  await message;
}

/** In the page: clicks, and looks in the next frame, before it is drawn, whether the curve stands in the detail. */
function opensWithCurve(card: Element): Promise<boolean> {
  const within = (element: Element | null | undefined, selector: string) =>
    element?.shadowRoot?.querySelector(selector);
  within(card, '.open')?.dispatchEvent(new MouseEvent('click'));
  return new Promise((look) =>
    requestAnimationFrame(() => {
      const detail = within(document.querySelector('ha-panel'), 'ha-badge-detail');
      look(Boolean(within(within(within(detail, 'ha-figure-curve'), 'ha-readable-chart'), 'svg')));
    }),
  );
}

/** The history in which the sessions behind one badge have figures of one digit to five. */
function figuresOfEveryLength(): Snapshot {
  const achievements = snapshot.achievements.map((badge) => {
    const contributors = badge.contributors?.map((session, index) => ({
      ...session,
      value: 10 ** (4 - index),
    }));
    return badge.id === 'let_him_cook' && contributors ? { ...badge, contributors } : badge;
  });
  return { ...snapshot, achievements };
}

/** In the page: where cards stand, and how high it is. */
function topsOf(cards: Element[]): number[] {
  return [
    document.documentElement.scrollHeight,
    ...cards.map((card) => Math.round(card.getBoundingClientRect().top)),
  ];
}
