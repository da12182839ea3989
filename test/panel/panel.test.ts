import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { FakeHistory } from './fakeHistory.ts';
import { emptySnapshot, madeUpHistory, sealedBadges } from './madeUpHistory.ts';
import { MapStore } from './mapStore.ts';
import { PanelPage, type PanelPageOptions } from './panelPage.ts';
import { THEMES } from './themes.ts';

const { snapshot, history: unlocks } = madeUpHistory();
const HOME = 'panel:/home/someone/.hermes';
const BEGIN = {
  event: 'metadata',
  scan_id: 'a',
  mode: 'full',
  sessions_expected_total: 40,
  first_scan: false,
} as const;

describe('the panel in a browser', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  async function open(options: Partial<PanelPageOptions> = {}): Promise<PanelPage> {
    const history = options.history ?? new FakeHistory(snapshot, unlocks.timeline());
    const panel = await PanelPage.open(browser, { theme: THEMES[0]!, ...options, history });
    await panel.page.waitForSelector('li:visible > ha-badge-card, ha-empty-state');
    return panel;
  }
  const cards = (panel: PanelPage) => panel.page.locator('li:visible > ha-badge-card');

  it('draws all badges under a policy that stops nothing it does', async () => {
    const panel = await open();
    assert.equal(await cards(panel).count(), 60);
    assert.deepEqual([panel.complaints, panel.logged], [[], []]);
    await panel.close();
  });

  it('has no word of a secret in its page', async () => {
    const panel = await open();
    const page = await panel.page.evaluate(() => {
      const markup = (root: Document | ShadowRoot): string =>
        [...root.querySelectorAll('*')]
          .map((element) => element.outerHTML + (element.shadowRoot ? markup(element.shadowRoot) : ''))
          .join('');
      return markup(document);
    });
    assert.ok(page.includes('???'));
    for (const { id, name } of sealedBadges(snapshot)) {
      assert.equal(page.includes(id), false, id);
      assert.equal(page.includes(name), false, name);
    }
    await panel.close();
  });

  it('shows titles from history as text, whatever they are made of', async () => {
    const panel = await open();
    await panel.page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    const titles = await panel.page.locator('ha-evidence-list .title').allTextContents();
    assert.ok(titles.some((title) => title.includes('<b>bold</b> title with [a link](command:evil)')));
    assert.equal(await panel.page.locator('ha-evidence-list b, ha-evidence-list a').count(), 0);
    await panel.close();
  });

  it("says of a badge that today's history would not give it that it is kept", async () => {
    const panel = await open();
    const kept = snapshot.achievements.filter((badge) => badge.kept);
    assert.ok(kept.length > 0);
    assert.equal(await panel.page.locator('ha-badge-card .kept').count(), kept.length);
    await panel.close();
  });

  it('filters by state, category and search, and says so when nothing is left', async () => {
    const panel = await open();
    await panel.page.getByRole('button', { name: /^Secret/ }).click();
    assert.equal(await cards(panel).count(), snapshot.secret_count);
    await panel.page.getByRole('button', { name: /^All \d/ }).click();
    await panel.page.getByRole('searchbox').fill('pixel goblin');
    assert.equal(await cards(panel).count(), 1);
    await panel.page.getByRole('searchbox').fill('no such badge');
    await panel.page.getByRole('button', { name: 'Show all badges' }).click();
    assert.equal(await cards(panel).count(), 60);
    await panel.close();
  });

  it('sorts in the order chosen', async () => {
    const panel = await open();
    await panel.page.getByLabel('Sort').selectOption('Name');
    const names = await panel.page.locator('ha-badge-card h3').allTextContents();
    const known = names.filter((name) => name !== '???');
    assert.deepEqual(known, known.toSorted(new Intl.Collator('en').compare));
    await panel.close();
  });

  it('comes back as it was left: filter, search, sort and scroll', async () => {
    const store = new MapStore();
    const first = await open({ store });
    await first.page.getByRole('button', { name: /^Unlocked/ }).click();
    await first.page.evaluate(() => window.scrollTo(0, 700));
    await first.page.waitForTimeout(300);
    await first.close();
    const second = await open({ store });
    await second.page.waitForFunction(() => window.scrollY === 700);
    assert.equal(
      await second.page.getByRole('button', { name: /^Unlocked/ }).getAttribute('aria-pressed'),
      'true',
    );
    await second.close();
  });

  it('opens a detail by keyboard, closes it with Escape and gives the focus back', async () => {
    const panel = await open();
    const opener = panel.page.locator('ha-badge-card[data-badge=let_him_cook] .open');
    await opener.focus();
    await panel.page.keyboard.press('Enter');
    await panel.page.waitForSelector('ha-badge-detail dialog[open]');
    await panel.page.keyboard.press('Escape');
    await panel.page.waitForSelector('ha-badge-detail', { state: 'detached' });
    assert.equal(await opener.evaluate((button) => button.matches(':focus')), true);
    await panel.close();
  });

  it('reaches everything with the Tab key, from top to bottom', async () => {
    const panel = await open();
    const stops: string[] = [];
    for (let press = 0; press < 45; press++) {
      await panel.page.keyboard.press('Tab');
      stops.push(await panel.page.evaluate(focusedWords));
    }
    const order = [
      'Rescan',
      'Export…',
      'Badges',
      'Search badges',
      'All',
      'Nearest to',
      'All categories',
      'What counts',
    ];
    const found = order.map((words) => stops.findIndex((stop) => stop.startsWith(words)));
    assert.equal(found.includes(-1), false, stops.join(' | '));
    assert.deepEqual(
      found,
      found.toSorted((a, b) => a - b),
    );
    await panel.close();
  });

  it('asks the host for the transcript of a session', async () => {
    const panel = await open();
    await panel.page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    await panel.page.locator('ha-evidence-list button').first().click();
    assert.deepEqual(panel.acted, [
      {
        name: 'openTranscript',
        request: { badge: 'let_him_cook', session: 'session-max_tool_calls_in_session-0' },
      },
    ]);
    await panel.close();
  });

  it('draws the card of a badge as a PNG of 1200 × 630', async () => {
    const panel = await open();
    await panel.page.locator('ha-badge-card[data-badge=let_him_cook] .share').click();
    await waitUntil(() => panel.acted.length > 0);
    const { png } = panel.acted[0]!.request as { png: Uint8Array };
    const header = new DataView(png.buffer, png.byteOffset);
    assert.deepEqual([header.getUint32(16), header.getUint32(20)], [1200, 630]);
    assert.deepEqual(panel.complaints, []);
    await panel.close();
  });

  it('fills the banner with each event of a scan, and takes it away at its end', async () => {
    const history = new FakeHistory(emptySnapshot());
    const panel = await open({ history });
    history.emit({ ...BEGIN, first_scan: true });
    const bar = panel.page.getByRole('progressbar');
    for (const scanned of [10, 30]) {
      history.emit({ event: 'progress', scan_id: 'a', scanned, total: 40, elapsed_ms: 9, remaining_ms: 900 });
      await panel.page.waitForSelector(`ha-scan-banner [aria-valuenow="${(scanned * 100) / 40}"]`);
    }
    await bar.waitFor();
    await panel.page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(history.asked, ['cancel']);
    history.emit({ event: 'done', scan_id: 'a', snapshot, unlocks: [], first_scan: true });
    await panel.page.waitForSelector('ha-scan-banner', { state: 'detached' });
    await panel.close();
  });

  it('tells screen readers when a scan begins and ends, and nothing in between', async () => {
    const panel = await open();
    await panel.page.evaluate(() => {
      const status = document
        .querySelector('ha-panel')
        ?.shadowRoot?.querySelector('[role=status]') as Element;
      const told: string[] = [];
      Object.assign(globalThis, { told });
      new MutationObserver(() => told.push(status.textContent ?? '')).observe(status, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    panel.history.emit(BEGIN);
    for (const scanned of [10, 20, 30]) {
      panel.history.emit({
        event: 'progress',
        scan_id: 'a',
        scanned,
        total: 40,
        elapsed_ms: 9,
        remaining_ms: 9,
      });
    }
    panel.history.emit({ event: 'done', scan_id: 'a', snapshot, unlocks: [], first_scan: false });
    await panel.page.locator('[role=status]', { hasText: 'The scan is done' }).waitFor({ state: 'attached' });
    const told = await panel.page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
    assert.deepEqual(told, [
      'The scan has begun.',
      `The scan is done: ${snapshot.unlocked_count} of 60 achievements are unlocked.`,
    ]);
    await panel.close();
  });

  it('only hints at a refresh behind figures that are shown', async () => {
    const panel = await open();
    panel.history.emit({ ...BEGIN, mode: 'incremental' });
    await panel.page.getByText('Refreshing…').waitFor();
    assert.equal(await panel.page.locator('ha-scan-banner').count(), 0);
    await panel.close();
  });

  it('marks what is new until it has been shown', async () => {
    const store = new MapStore();
    const latest = unlocks.timeline().at(-1)!;
    await store.update(HOME, { seen_until: latest.at - 1 });
    const marked = (panel: PanelPage) => panel.page.locator('ha-recent-unlocks vscode-badge').count();
    const first = await open({ store });
    assert.equal(await marked(first), 1);
    await first.close();
    const second = await open({ store });
    assert.equal(await marked(second), 0);
    await second.close();
  });

  it('celebrates an unlock, unless motion is unwanted', async () => {
    for (const [reducedMotion, visible] of [
      [false, true],
      [true, false],
    ] as const) {
      const panel = await open({ reducedMotion });
      const news = unlocks.timeline().slice(-1);
      panel.history.emit({ event: 'done', scan_id: 'a', snapshot, unlocks: news, first_scan: false });
      await panel.page.waitForSelector('ha-celebration', { state: 'attached' });
      assert.equal(await panel.page.locator('ha-celebration section').isVisible(), visible);
      await panel.close();
    }
  });

  it('offers the next step where there is no Hermes', async () => {
    const history = Object.assign(new FakeHistory(), { failure: new Error('none'), databaseExists: false });
    const panel = await open({ history });
    for (const name of ['Choose Hermes Home…', 'Try with Sample History', 'Show Log']) {
      await panel.page.getByRole('button', { name }).click();
    }
    assert.deepEqual(
      panel.acted.map(({ name }) => name),
      ['chooseHome', 'trySample', 'showLog'],
    );
    await panel.close();
  });

  it('speaks the language of the host', async () => {
    const words = { Rescan: '重新扫描', 'Next up': '即将达成' };
    const panel = await open({ words, language: 'zh-cn' });
    await panel.page.getByRole('button', { name: '重新扫描' }).waitFor();
    await panel.page.getByRole('heading', { name: '即将达成' }).waitFor();
    await panel.close();
  });

  it('fits from 320 pixels to ultra-wide without scrolling sideways', async () => {
    for (const width of [320, 400, 900, 1600, 3440]) {
      const panel = await open({ width });
      const overflow = await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${width}: ${overflow}`);
      await panel.close();
    }
  });

  it('gives every control a target of at least 24 pixels', async () => {
    const panel = await open({ width: 400 });
    await panel.page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    const small = await panel.page.evaluate(smallTargets);
    assert.deepEqual(small, []);
    await panel.close();
  });
});

/** Runs in the page: the words of the focused control. */
function focusedWords(): string {
  let focused = document.activeElement;
  let words = '';
  while (focused) {
    const label =
      focused.getAttribute('aria-label') ?? focused.getAttribute('label') ?? focused.textContent ?? '';
    words =
      label
        .replaceAll(/[\ue000-\uf8ff]/g, '')
        .trim()
        .replaceAll(/\s+/g, ' ') || words;
    focused = focused.shadowRoot?.activeElement ?? null;
  }
  return words;
}

/** Runs in the page: what can be pressed and is too small. */
function smallTargets(): string[] {
  const controls = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches('button, [role=button], [role=tab], input, vscode-button') ? [element] : []),
      ...(element.shadowRoot ? controls(element.shadowRoot) : []),
    ]);
  return controls(document).flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const shown = width > 0 && height > 0;
    return shown && (width < 24 || height < 24)
      ? [`${element.outerHTML.slice(0, 80)} ${width}×${height}`]
      : [];
  });
}

async function waitUntil(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}
