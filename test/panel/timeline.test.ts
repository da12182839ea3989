import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { datedHistory, LOOKED_AT } from './datedHistory.ts';
import type { FakeHistory } from './fakeHistory.ts';
import { focusedWords } from './inPage.ts';
import { MapStore } from './mapStore.ts';
import { openPanel } from './openPanel.ts';
import type { PanelPage, PanelPageOptions } from './panelPage.ts';

describe('the page Timeline', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  async function timeline(options: Partial<PanelPageOptions> = {}): Promise<PanelPage> {
    const panel = await openPanel(browser, { history: datedHistory(), now: LOOKED_AT, ...options });
    await panel.page.getByRole('tab', { name: 'Timeline' }).click();
    await panel.page.locator('ha-timeline-page :is(.month, .nothing)').first().waitFor();
    return panel;
  }

  it('has every tier of every badge on its real day, newest first, by months', async () => {
    const history = datedHistory();
    const panel = await timeline({ history });
    const steps = await stepsOf(panel.page);
    const expected = reachedIn(history);
    assert.equal(steps.length, expected.length);
    assert.ok(expected.length > 60, `${expected.length} steps`);
    const days = expected.map(({ day }) => day).toSorted();
    assert.deepEqual(
      [steps.at(-1)!.month, steps[0]!.month],
      [days[0], days.at(-1)].map((day) => monthOf(day!)),
    );
    const moments = steps.map(({ month, day }) =>
      Date.parse(`${/\d{4}/.test(day) ? day : `${day}, ${month.slice(-4)}`}`),
    );
    assert.deepEqual(
      moments,
      moments.toSorted((a, b) => b - a),
    );
    const months = await panel.page.locator('ha-timeline-page h3').allTextContents();
    assert.equal(new Set(months).size, months.length);
    await panel.close();
  });

  it('waits for no answer before it shows the badges, and shows no time line before it has one', async () => {
    const history = datedHistory();
    const answer = history.holdAnswers();
    const panel = await openPanel(browser, { history, now: LOOKED_AT });
    assert.deepEqual(history.questions, []);
    await panel.page.getByRole('tab', { name: 'Timeline' }).click();
    await panel.page.locator('ha-timeline-page').waitFor({ state: 'attached' });
    assert.equal(await panel.page.locator('ha-timeline-page li').count(), 0);
    answer();
    await panel.page.locator('ha-timeline-page li').first().waitFor();
    await panel.close();
  });

  it('is narrowed by tier and category, and says how many steps are left', async () => {
    const history = datedHistory();
    const panel = await timeline({ history });
    const { page } = panel;
    await page.getByRole('combobox', { name: 'Tier' }).selectOption('Gold');
    const gold = reachedIn(history).filter(({ tier }) => tier === 'Gold').length;
    await page.getByText(`${gold} steps`, { exact: true }).waitFor();
    assert.equal((await stepsOf(page)).length, gold);
    await page.getByRole('combobox', { name: 'Category' }).selectOption('Tool Mastery');
    const both = await stepsOf(page);
    assert.ok(both.length < gold && both.every(({ rank }) => rank.startsWith('Gold')));
    await panel.close();
  });

  it('is found again as it was narrowed', async () => {
    const store = new MapStore();
    const first = await timeline({ store });
    await first.page.getByRole('combobox', { name: 'Tier' }).selectOption('Copper');
    await first.page.locator('ha-timeline-page .rank-Gold').first().waitFor({ state: 'detached' });
    await first.close();
    const second = await openPanelOn(browser, store);
    assert.equal(await second.page.getByRole('combobox', { name: 'Tier' }).inputValue(), 'Copper');
    await second.close();
  });

  it('marks what only is kept from earlier', async () => {
    const at = LOOKED_AT - 300 * 86_400;
    const kept = [{ id: 'let_him_cook', tier: 'Olympian', at, day: null }];
    const panel = await timeline({ history: datedHistory({ kept }) });
    const marked = panel.page.locator('ha-timeline-page button.kept');
    assert.equal(await marked.count(), 1);
    assert.match((await marked.textContent()) ?? '', /Let Him Cook.*Olympian.*kept.*January 31/s);
    assert.match((await marked.getAttribute('title')) ?? '', /Kept from earlier/);
    await panel.close();
  });

  it('is one stop of the Tab key; arrows move from step to step, Enter opens the badge', async () => {
    const panel = await timeline();
    const { page } = panel;
    await page.getByRole('combobox', { name: 'Category' }).focus();
    await page.keyboard.press('Tab');
    const first = await page.evaluate(focusedWords);
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate(focusedWords);
    assert.notEqual(second, first);
    await page.keyboard.press('End');
    const last = await page.locator('ha-timeline-page .steps button').last().textContent();
    const words = await page.evaluate(focusedWords);
    assert.equal(words, last?.trim().replaceAll(/\s+/g, ' '));
    await page.keyboard.press('Enter');
    await page.waitForSelector('ha-badge-detail dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('ha-badge-detail', { state: 'detached' });
    assert.equal(await page.evaluate(focusedWords), words);
    await panel.close();
  });

  it('asks again once a scan has ended, and only then', async () => {
    const history = datedHistory({ days: 200, endedBefore: 1 });
    const panel = await timeline({ history });
    const before = (await stepsOf(panel.page)).length;
    const later = datedHistory();
    history.answer = later.answer;
    history.current = later.current!;
    assert.equal(history.questions.filter(({ kind }) => kind === 'reached').length, 1);
    history.emit({ event: 'done', scan_id: 'a', snapshot: later.current!, unlocks: [], first_scan: true });
    await panel.page.getByText(`${reachedIn(later).length} steps`, { exact: true }).waitFor();
    assert.ok((await stepsOf(panel.page)).length > before);
    await panel.close();
  });

  it('says what it is for while there is nothing, and that the log tells why it cannot be read', async () => {
    const none = await timeline({ history: datedHistory({ days: 0 }) });
    await none.page.getByText('Every badge that is unlocked or rises will stand here').waitFor();
    await none.close();
    const broken = datedHistory();
    broken.answer = () => {
      throw new Error('The archive is locked');
    };
    const panel = await timeline({ history: broken });
    await panel.page.getByText('The time line could not be read').waitFor();
    assert.ok(panel.logged.some((line) => line.includes('The archive is locked')));
    await panel.close();
  });

  it('needs no sideways scrolling from 320 px on', async () => {
    const panel = await timeline({ width: 320 });
    assert.ok(await panel.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await panel.close();
  });
});

async function openPanelOn(browser: Browser, store: MapStore): Promise<PanelPage> {
  const panel = await openPanelWith(browser, store);
  await panel.page.locator('ha-timeline-page .month').first().waitFor();
  return panel;
}

/** The page that was chosen last is there at once: no card is in sight to wait for. */
async function openPanelWith(browser: Browser, store: MapStore): Promise<PanelPage> {
  const { PanelPage } = await import('./panelPage.ts');
  const { THEMES } = await import('./themes.ts');
  return PanelPage.open(browser, { history: datedHistory(), theme: THEMES[0]!, now: LOOKED_AT, store });
}

interface ShownStep {
  readonly month: string;
  readonly day: string;
  readonly rank: string;
}

function stepsOf(page: Page): Promise<ShownStep[]> {
  return page.locator('ha-timeline-page .month').evaluateAll((months) =>
    months.flatMap((month) =>
      [...month.querySelectorAll('.steps button')].map((step) => ({
        month: month.querySelector('h3')!.textContent!.split('·')[0]!.trim(),
        day: step.querySelector('.day')!.textContent!,
        rank: step.querySelector('.rank')!.textContent!,
      })),
    ),
  );
}

function reachedIn({ current }: FakeHistory): { tier: string | null; day: string }[] {
  return current!.achievements.flatMap(({ reached }) => reached);
}

function monthOf(day: string): string {
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}
