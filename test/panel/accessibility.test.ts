import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { contrast } from '../support/contrast.ts';
import { datedHistory, LOOKED_AT } from './datedHistory.ts';
import { FakeHistory } from './fakeHistory.ts';
import { emptySnapshot, madeUpHistory } from './madeUpHistory.ts';
import { PanelPage } from './panelPage.ts';
import { THEMES } from './themes.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const { snapshot, history } = madeUpHistory();
const timeline = history.timeline();
/** The themes, and what Windows makes of one of them where its user forces colours. */
const LOOKS = [
  ...THEMES.map((theme) => ({ name: theme.name, theme, forcedColors: false })),
  { name: 'forced colours', theme: THEMES[0]!, forcedColors: true },
];

/** Every view of the panel: the history it is shown, and what is done in it. */
const VIEWS: readonly {
  name: string;
  history: () => FakeHistory;
  reach: (panel: PanelPage) => Promise<void>;
}[] = [
  {
    name: 'badges',
    history: full,
    reach: (panel) => panel.page.waitForSelector('ha-badge-card').then(() => {}),
  },
  {
    name: 'share card',
    history: full,
    reach: async (panel) => {
      await panel.page.locator('ha-badge-card .share').first().click();
      await panel.page.waitForSelector('ha-share-sheet dialog[open]');
    },
  },
  {
    name: 'celebration',
    history: () => new FakeHistory(snapshot, timeline.slice(0, -1)),
    reach: async (panel) => {
      await panel.page.waitForSelector('ha-badge-card');
      panel.history.news = timeline;
      panel.history.emit({
        event: 'done',
        scan_id: 'a',
        snapshot,
        unlocks: timeline.slice(-1),
        first_scan: false,
      });
      await panel.page.waitForSelector('ha-celebration');
    },
  },
  { name: 'detail with tiers', history: full, reach: (panel) => openDetail(panel, 'let_him_cook') },
  {
    name: 'detail with conditions',
    history: full,
    reach: (panel) => openDetail(panel, 'dependency_hell_tourist'),
  },
  {
    name: 'timeline',
    history: datedHistory,
    reach: async (panel) => {
      await panel.page.getByRole('tab', { name: 'Timeline' }).click();
      await panel.page.locator('ha-timeline-page .month').first().waitFor();
    },
  },
  {
    name: 'activity with a recap and the sessions of a day',
    history: datedHistory,
    reach: async (panel) => {
      panel.conversation.showPage('activity', { last: 'month' });
      await panel.page.locator('ha-recap-view').waitFor();
      await panel.page.locator('ha-year-calendar .chart').press('Enter');
      await panel.page.locator('ha-day-sessions li').first().waitFor();
    },
  },
  {
    name: 'usage by model with the sessions of one',
    history: datedHistory,
    reach: async (panel) => {
      panel.conversation.showPage('usage', null);
      await panel.page.getByRole('combobox', { name: 'Grouped by' }).selectOption('model');
      await panel.page.locator('ha-usage-table button.name', { hasText: 'hermes-4' }).click();
      await panel.page.locator('ha-usage-sessions tbody tr').first().waitFor();
    },
  },
  {
    name: 'detail with a curve',
    history: datedHistory,
    reach: async (panel) => {
      await openDetail(panel, 'let_him_cook');
      await panel.page.locator('ha-figure-curve .chart').focus();
    },
  },
  {
    name: 'scan',
    history: () => new FakeHistory(emptySnapshot()),
    reach: async (panel) => {
      await panel.page.waitForSelector('ha-badge-card');
      panel.history.emit({
        event: 'metadata',
        scan_id: 'a',
        mode: 'full',
        sessions_expected_total: 90,
        first_scan: true,
      });
      await panel.page.waitForSelector('ha-scan-banner');
    },
  },
  {
    name: 'no Hermes',
    history: () => Object.assign(new FakeHistory(), { failure: new Error('none'), databaseExists: false }),
    reach: (panel) => panel.page.waitForSelector('ha-empty-state').then(() => {}),
  },
  {
    name: 'failure over older figures',
    history: () => new FakeHistory({ ...snapshot, error: 'Locked' }, timeline),
    reach: (panel) => panel.page.waitForSelector('ha-notice').then(() => {}),
  },
];

describe('the panel, held against WCAG 2.2 AA', () => {
  let browser: Browser;
  let axe: string;
  before(async () => {
    browser = await launchBrowser();
    axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  });
  after(() => browser.close());

  for (const { name, theme, forcedColors } of LOOKS) {
    it(`has no violation in any view, ${name}`, async () => {
      for (const view of VIEWS) {
        // Text that is still fading in has no contrast yet.
        const look = { theme, forcedColors, reducedMotion: true };
        const panel = await PanelPage.open(browser, { history: view.history(), now: LOOKED_AT, ...look });
        await view.reach(panel);
        await panel.page.waitForTimeout(200);
        await panel.page.evaluate(axe);
        // Forced colours are the user's own: how they go together is not ours to judge.
        const violations = await panel.page.evaluate(runAxe, { rules: RULES, contrast: !forcedColors });
        assert.deepEqual(violations, [], view.name);
        await panel.close();
      }
    });
  }

  for (const theme of THEMES) {
    // axe does not see the ground that a component draws behind what is slotted into it.
    it(`keeps secondary buttons legible under the mouse and with the focus, ${theme.name}`, async () => {
      const panel = await PanelPage.open(browser, { history: full(), theme, reducedMotion: true });
      await openDetail(panel, 'let_him_cook');
      const button = panel.page.getByRole('button', { name: 'Share…' });
      for (const touch of ['hover', 'focus'] as const) {
        await button[touch]();
        const { text, ground } = await button.evaluate(coloursOfButton);
        assert.ok(contrast(text, ground) >= 4.5, `${touch}: ${text} on ${ground}`);
        await panel.page.mouse.move(0, 0);
      }
      await panel.close();
    });
  }
});

describe('the accessibility tree of the panel', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('holds the name of every badge that has one, far below the window too', async () => {
    const panel = await PanelPage.open(browser, { history: full(), theme: THEMES[0]! });
    await panel.page.waitForSelector('ha-badge-grid[settled]');
    const session = await panel.page.context().newCDPSession(panel.page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const names = new Set(nodes.map(({ name }) => name?.value));
    const missing = snapshot.achievements.filter(({ name }) => name !== '' && !names.has(name));
    assert.deepEqual(missing, []);
    await panel.close();
  });
});

function full(): FakeHistory {
  return new FakeHistory(snapshot, timeline);
}

async function openDetail(panel: PanelPage, id: string): Promise<void> {
  await panel.page.locator(`ha-badge-card[data-badge=${id}] .open`).click();
  await panel.page.waitForSelector('ha-badge-detail dialog');
}

/** Runs in the page: what a button's text is written in, and what it stands on. */
function coloursOfButton(button: Element): { text: string; ground: string } {
  const hex = (colour: string): string => {
    const channels = colour.match(/\d+/g)!.slice(0, 3).map(Number);
    return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  };
  const { color, backgroundColor } = getComputedStyle(button.shadowRoot!.querySelector('.base')!);
  const isClear = backgroundColor.endsWith(', 0)');
  return {
    text: hex(color),
    ground: hex(isClear ? getComputedStyle(document.body).backgroundColor : backgroundColor),
  };
}

/** Runs in the page. */
async function runAxe(options: { rules: string[]; contrast: boolean }): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  const rules = { 'color-contrast': { enabled: options.contrast } };
  const { violations } = await axe.run(document, { runOnly: options.rules, rules });
  return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0]?.target)}`);
}
