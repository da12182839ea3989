import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { FakeHistory } from './fakeHistory.ts';
import { emptySnapshot, madeUpHistory, sealedBadges } from './madeUpHistory.ts';
import { openPanel } from './openPanel.ts';
import type { PanelPage, PanelPageOptions } from './panelPage.ts';

const { snapshot } = madeUpHistory();
const BEGIN = {
  event: 'metadata',
  scan_id: 'a',
  mode: 'full',
  sessions_expected_total: 40,
  first_scan: false,
} as const;

for (const forcedColors of [false, true]) {
  describe(`the panel in a browser${forcedColors ? ' with forced colours' : ''}`, () => {
    let browser: Browser;
    before(async () => {
      browser = await launchBrowser();
    });
    after(() => browser.close());

    const open = (options?: Partial<PanelPageOptions>) => openPanel(browser, { forcedColors, ...options });
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
      await panel.page.getByRole('radio', { name: /^Secret/ }).click();
      assert.equal(await cards(panel).count(), snapshot.secret_count);
      await panel.page.getByRole('radio', { name: /^All \d/ }).click();
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

    it('fills the banner with each event of a scan, and takes it away at its end', async () => {
      const history = new FakeHistory(emptySnapshot());
      const panel = await open({ history });
      history.emit({ ...BEGIN, first_scan: true });
      const bar = panel.page.getByRole('progressbar');
      for (const scanned of [10, 30]) {
        history.emit({
          event: 'progress',
          scan_id: 'a',
          scanned,
          total: 40,
          elapsed_ms: 9,
          remaining_ms: 900,
        });
        await panel.page.waitForSelector(`ha-scan-banner [aria-valuenow="${(scanned * 100) / 40}"]`);
      }
      await bar.waitFor();
      await panel.page.getByRole('button', { name: 'Cancel' }).click();
      assert.deepEqual(history.asked, ['cancel']);
      history.emit({ event: 'done', scan_id: 'a', snapshot, unlocks: [], first_scan: true });
      await panel.page.waitForSelector('ha-scan-banner', { state: 'detached' });
      await panel.close();
    });

    it('calls figures up to date before and after a scan that fills the banner, and not while it runs', async () => {
      const panel = await open();
      const { page, history } = panel;
      const age = page.getByText(/Up to date/);
      await age.waitFor();
      history.emit({ ...BEGIN, first_scan: true });
      await page.waitForSelector('ha-scan-banner');
      await age.waitFor({ state: 'detached' });
      history.emit({ event: 'done', scan_id: 'a', snapshot, unlocks: [], first_scan: true });
      await age.waitFor();
      await panel.close();
    });

    it('tells screen readers when a scan begins and ends, and nothing in between', async () => {
      const panel = await open();
      await panel.page.evaluate(() => {
        const panel = document.querySelector('ha-panel')?.shadowRoot;
        const status = panel
          ?.querySelector('ha-told-line')
          ?.shadowRoot?.querySelector('[role=status]') as Element;
        const told: string[] = [];
        Object.assign(globalThis, { told });
        new MutationObserver(() => told.push(status.textContent?.trim() ?? '')).observe(status, {
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
      await panel.page
        .locator('[role=status]', { hasText: 'Hermes history read' })
        .waitFor({ state: 'attached' });
      const told = await panel.page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
      assert.deepEqual(told, [
        'The scan has begun.',
        `Hermes history read. ${snapshot.unlocked_count} of 60 badges unlocked.`,
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
