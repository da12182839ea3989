import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { dayOfIso } from '../../src/calendar/isoDay.ts';
import type { UsageAnswer } from '../../src/scanning/ledger/usageAnswer.ts';
import type { AskedUsage } from '../../src/scanning/questions.ts';
import { launchBrowser } from '../host/runtime/browser.ts';
import { datedHistory, LOOKED_AT, TODAY } from './datedHistory.ts';
import { MapStore } from './mapStore.ts';
import { openPanel } from './openPanel.ts';
import { PanelPage, type PanelPageOptions } from './panelPage.ts';
import { spokenTables } from './spokenTables.ts';
import { THEMES } from './themes.ts';

describe('the page Usage', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  async function usage(options: Partial<PanelPageOptions> = {}): Promise<PanelPage> {
    const panel = await openPanel(browser, { history: datedHistory(), now: LOOKED_AT, ...options });
    await panel.page.getByRole('tab', { name: 'Usage' }).click();
    await panel.page.locator('ha-usage-table tbody tr, ha-usage-page .nothing').first().waitFor();
    return panel;
  }

  const asked = (history: PanelPage['history'], rest: Partial<AskedUsage> = {}) =>
    history.answer({ kind: 'usage', period: { last: 30 }, by: 'day', ...rest }) as UsageAnswer;

  it('says of each day what the history says, for who sees it and for who hears it', async () => {
    const history = datedHistory();
    const panel = await usage({ history, width: 1400 });
    const { page } = panel;
    const { report } = asked(history);
    const cells = await page
      .locator('ha-usage-table tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.children].map((cell) => cell.getAttribute('title') ?? cell.textContent?.trim()),
        ),
      );
    assert.equal(cells.length, report.rows.length);
    for (const [index, row] of report.rows.entries()) {
      const [, sessions, calls, input, output, read, write, reasoning, total] = cells[index]!.map((cell) =>
        Number(cell?.replaceAll(',', '')),
      );
      assert.deepEqual(
        { sessions, calls, input, output, read, write, reasoning, total },
        {
          sessions: row.sessions,
          calls: row.api_calls,
          input: row.input,
          output: row.output,
          read: row.cache_read,
          write: row.cache_write,
          reasoning: row.reasoning,
          total: row.total,
        },
      );
    }
    const [heard] = await spokenTables(page.locator('ha-usage-chart'));
    assert.equal(heard!.length, 30);
    assert.equal(
      heard!.reduce((sum, row) => sum + Number(row.at(-1)!.replaceAll(',', '')), 0),
      report.totals.total,
    );
    await panel.close();
  });

  it('asks anew for another time and another grouping, and remembers both', async () => {
    const store = new MapStore();
    const panel = await usage({ store });
    const { page, history } = panel;
    await page.getByRole('radio', { name: 'Everything' }).click();
    await page.getByRole('combobox', { name: 'Grouped by' }).selectOption('model');
    await page.locator('ha-usage-table').getByRole('columnheader', { name: 'Model' }).waitFor();
    const expected = asked(history, { period: { all: true }, by: 'model' }).report.rows.map(({ key }) => key);
    await page.locator('ha-usage-table button.name', { hasText: expected.at(-1)! }).waitFor();
    assert.deepEqual(await page.locator('ha-usage-table button.name').allTextContents(), expected);
    await panel.close();
    const again = await PanelPage.open(browser, { history, store, now: LOOKED_AT, theme: THEMES[0]! });
    await again.page.locator('ha-usage-table button.name').first().waitFor();
    assert.deepEqual(await again.page.locator('ha-usage-table button.name').allTextContents(), expected);
    await again.close();
  });

  it('leads from a bar to its sessions, and from a session to its transcript while Hermes has it', async () => {
    const panel = await usage();
    const { page, history } = panel;
    const busiest = asked(history).report.rows.toSorted((a, b) => b.sessions - a.sessions)[0]!;
    const chart = page.locator('ha-usage-chart .chart');
    await chart.press('End');
    const back = TODAY - dayOfIso(busiest.key!)!;
    for (let day = 0; day < back; day++) await chart.press('ArrowLeft');
    await chart.press('Enter');
    const sessions = page.locator('ha-usage-sessions');
    await sessions.locator('tbody tr').first().waitFor();
    const answer = asked(history, { by: 'session', of: { by: 'day', key: busiest.key } });
    assert.equal(await sessions.locator('tbody tr').count(), answer.report.rows.length);
    const there = answer.sessions!.findIndex(({ deleted }) => !deleted);
    assert.equal(
      await sessions.locator('button.name[aria-disabled="false"]').count(),
      answer.sessions!.filter(({ deleted }) => !deleted).length,
    );
    await sessions.locator('button.name[aria-disabled="false"]').first().click();
    assert.deepEqual(await panel.nextAction(), {
      name: 'openTranscript',
      request: { session: answer.report.rows[there]!.key, badge: null },
    });
    await sessions.getByRole('button', { name: 'Close' }).click();
    await sessions.waitFor({ state: 'detached' });
    await panel.close();
  });

  it('makes of a long table only what is in sight, and the arrow keys reach every row', async () => {
    const panel = await usage();
    const { page, history } = panel;
    await page.getByRole('radio', { name: 'Everything' }).click();
    await page.getByRole('combobox', { name: 'Grouped by' }).selectOption('session');
    await page.locator('ha-usage-table').getByRole('columnheader', { name: 'Session' }).waitFor();
    const { rows } = asked(history, { period: { all: true }, by: 'session' }).report;
    const table = page.locator('ha-usage-table table');
    assert.equal(await table.getAttribute('aria-rowcount'), String(rows.length + 2));
    assert.ok(rows.length > 400 && (await table.locator('tbody tr').count()) < 150);
    const height = await page.locator('ha-usage-table .scroll').evaluate((scroll) => scroll.scrollHeight);
    assert.ok(height >= rows.length * 28, 'what is out of sight takes its room');
    await table.locator('button.name').first().focus();
    await page.keyboard.press('End');
    await page.locator(`button.name[data-row="${rows.length - 1}"]:focus`).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator(`button.name[data-row="${rows.length - 2}"]:focus`).waitFor();
    await page.keyboard.press('Home');
    await page.locator('button.name[data-row="0"]:focus').waitFor();
    await panel.close();
  });

  it('sorts by any column, said to who hears it', async () => {
    const panel = await usage();
    const { page, history } = panel;
    const head = page.locator('ha-usage-table').getByRole('columnheader', { name: 'Total' });
    await head.getByRole('button').click();
    await page.locator('ha-usage-table th[aria-sort="descending"]').waitFor();
    const most = asked(history).report.rows.toSorted((a, b) => b.total - a.total)[0]!;
    const first = page.locator('ha-usage-table tbody tr').first();
    assert.equal(await first.locator('td').nth(-2).getAttribute('title'), most.total.toLocaleString('en-US'));
    await panel.close();
  });

  it('says in words that there is nothing, and that something could not be read', async () => {
    const none = await usage({ history: datedHistory({ endedBefore: 60 }) });
    assert.match((await none.page.locator('ha-usage-page .nothing').textContent()) ?? '', /No data/);
    await none.close();
    const broken = datedHistory();
    const answer = broken.answer;
    broken.answer = (question) => {
      if (question.kind === 'usage') throw new Error('the archive is damaged');
      return answer(question);
    };
    const failed = await usage({ history: broken });
    assert.match(
      (await failed.page.locator('ha-usage-page .nothing').textContent()) ?? '',
      /could not be read/,
    );
    await failed.close();
  });
});
