import type { Locator } from 'playwright-core';
import type { Snapshot } from '../../src/files/shared/snapshot.ts';
import { datedHistory } from './datedHistory.ts';
import { FakeHistory } from './fakeHistory.ts';
import { emptySnapshot, madeUpHistory } from './madeUpHistory.ts';
import type { PanelPage } from './panelPage.ts';

const { snapshot, history } = madeUpHistory();
const timeline = history.timeline();

/** Every view of the panel: the history it is shown, and what is done in it. What it returns is in sight then. */
export const VIEWS: readonly {
  name: string;
  history: () => FakeHistory;
  reach: (panel: PanelPage) => Promise<Locator>;
}[] = [
  {
    name: 'badges',
    history: full,
    reach: async ({ page }) => page.locator('ha-badge-card').first(),
  },
  {
    name: 'share card',
    history: small,
    reach: async ({ page }) => {
      await page.locator('ha-badge-card .share').first().click();
      return page.locator('ha-share-sheet dialog[open]');
    },
  },
  {
    name: 'celebration',
    history: () => new FakeHistory(few(snapshot), timeline.slice(0, -1)),
    reach: async ({ page, history }) => {
      await page.waitForSelector('ha-badge-card');
      history.news = timeline;
      history.emit({
        event: 'done',
        scan_id: 'a',
        snapshot: few(snapshot),
        unlocks: timeline.slice(-1),
        first_scan: false,
      });
      return page.locator('ha-celebration');
    },
  },
  { name: 'detail with tiers', history: small, reach: (panel) => openDetail(panel, 'let_him_cook') },
  {
    name: 'detail with conditions',
    history: small,
    reach: (panel) => openDetail(panel, 'dependency_hell_tourist'),
  },
  {
    name: 'timeline',
    history: () => datedHistory({ days: 90 }),
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Timeline' }).click();
      return page.locator('ha-timeline-page .month').first();
    },
  },
  {
    name: 'activity with a recap and the sessions of a day',
    history: datedHistory,
    reach: async ({ page, conversation }) => {
      conversation.showPage('activity', { last: 'month' });
      await page.locator('ha-recap-view').waitFor();
      await page.locator('ha-year-calendar .chart').press('Enter');
      return page.locator('ha-day-sessions li').first();
    },
  },
  {
    name: 'usage by model with the sessions of one',
    history: datedHistory,
    reach: async (panel) => {
      panel.conversation.showPage('usage', null);
      await panel.page.getByRole('combobox', { name: 'Grouped by' }).selectOption('model');
      await panel.page.locator('ha-usage-table button.name', { hasText: 'hermes-4' }).click();
      return panel.page.locator('ha-usage-sessions tbody tr').first();
    },
  },
  {
    name: 'detail with a curve',
    history: () => {
      const history = datedHistory();
      history.current = few(history.current!);
      return history;
    },
    reach: async (panel) => {
      const detail = await openDetail(panel, 'let_him_cook');
      await panel.page.locator('ha-figure-curve .chart').focus();
      return detail;
    },
  },
  {
    name: 'scan',
    history: () => new FakeHistory(emptySnapshot()),
    reach: async ({ page, history }) => {
      await page.waitForSelector('ha-badge-card');
      history.emit({
        event: 'metadata',
        scan_id: 'a',
        mode: 'full',
        sessions_expected_total: 90,
        first_scan: true,
      });
      return page.locator('ha-scan-banner');
    },
  },
  {
    name: 'no Hermes',
    history: () => Object.assign(new FakeHistory(), { failure: new Error('none'), databaseExists: false }),
    reach: async ({ page }) => page.locator('ha-empty-state'),
  },
  {
    name: 'failure over older figures',
    history: () => new FakeHistory({ ...few(snapshot), error: 'Locked' }, timeline),
    reach: async ({ page }) => page.locator('ha-notice'),
  },
];

/** A history in which everything occurs. */
export function full(): FakeHistory {
  return new FakeHistory(snapshot, timeline);
}

/** The same with few badges, for views whose matter is not the cards: axe looks at every part of each. */
function few(whole: Snapshot): Snapshot {
  const ids = ['let_him_cook', 'dependency_hell_tourist', 'port_3000_taken', timeline.at(-1)!.id];
  return { ...whole, achievements: whole.achievements.filter(({ id }) => ids.includes(id)) };
}

function small(): FakeHistory {
  return new FakeHistory(few(snapshot), timeline);
}

/** Opens a badge from its card. @returns what it shows */
export async function openDetail({ page }: PanelPage, id: string): Promise<Locator> {
  await page.locator(`ha-badge-card[data-badge=${id}] .open`).click();
  const detail = page.locator('ha-badge-detail dialog');
  await detail.waitFor();
  return detail;
}
