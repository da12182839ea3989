import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { DayOfSessions } from '../../src/activity/day.ts';
import type { ActivityOfYear } from '../../src/activity/year.ts';
import { isoOfDay } from '../../src/calendar/isoDay.ts';
import { launchBrowser } from '../host/runtime/browser.ts';
import { datedHistory, LOOKED_AT, TODAY } from './datedHistory.ts';
import { openPanel } from './openPanel.ts';
import type { PanelPage, PanelPageOptions } from './panelPage.ts';
import { spokenTables } from './spokenTables.ts';

describe('the page Activity', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  async function activity(options: Partial<PanelPageOptions> = {}): Promise<PanelPage> {
    const panel = await openPanel(browser, { history: datedHistory(), now: LOOKED_AT, ...options });
    await panel.page.getByRole('tab', { name: 'Activity' }).click();
    await panel.page.locator('ha-year-calendar .chart, ha-activity-page .nothing').first().waitFor();
    return panel;
  }

  it('says the same of every day as the history does, for who sees it and for who hears it', async () => {
    const history = datedHistory();
    const panel = await activity({ history });
    const answer = history.answer({ kind: 'activity' }) as ActivityOfYear;
    const [rows] = await spokenTables(panel.page.locator('ha-year-calendar'));
    assert.equal(rows!.length, answer.days.length);
    const figures = rows!.map(([, figure]) => Number(figure!.replaceAll(',', '')));
    assert.deepEqual(
      figures,
      answer.days.map(({ messages }) => messages),
    );
    const shaded = await panel.page
      .locator('ha-year-calendar .chart svg')
      .first()
      .evaluate((svg) => {
        return [...svg.querySelectorAll('rect')].filter(
          (day) => day.getAttribute('fill') !== 'var(--ha-step-0)',
        ).length;
      });
    assert.equal(shaded, answer.days.length);
    await panel.close();
  });

  it('is read with the arrow keys: a day up and down, a week left and right', async () => {
    const panel = await activity();
    const calendar = panel.page.getByRole('slider', { name: 'Messages of each day in 2026' });
    await calendar.focus();
    const reading = () => calendar.getAttribute('aria-valuetext');
    await calendar.press('Home');
    assert.match((await reading()) ?? '', /^Jan 1, 2026: /);
    await calendar.press('ArrowDown');
    await calendar.press('ArrowRight');
    assert.match((await reading()) ?? '', /^Jan 9, 2026: /);
    assert.equal(await panel.page.locator('ha-year-calendar .reading').textContent(), await reading());
    await calendar.press('ArrowUp');
    await calendar.press('ArrowLeft');
    await calendar.press('ArrowLeft');
    assert.match((await reading()) ?? '', /^Jan 1, 2026: /);
    await panel.close();
  });

  it('opens the sessions of a day by Enter and by a click, and their transcripts from there', async () => {
    const history = datedHistory();
    const panel = await activity({ history });
    const { page } = panel;
    const busy = (history.answer({ kind: 'activity' }) as ActivityOfYear).busiest_day!.day;
    await page.locator('ha-activity-records .link').first().click();
    const sessions = page.locator('ha-day-sessions');
    await sessions.locator('li').first().waitFor();
    const expected = history.answer({ kind: 'day', day: Date.parse(busy) / 86_400_000 }) as DayOfSessions;
    assert.equal(await sessions.locator('li').count(), expected.sessions.length);
    assert.equal(
      await sessions.locator('button.session').count(),
      expected.sessions.filter(({ deleted }) => !deleted).length,
    );
    await sessions.locator('button.session').first().click();
    const { id } = expected.sessions.find(({ deleted }) => !deleted)!;
    assert.deepEqual(await panel.nextAction(), {
      name: 'openTranscript',
      request: { session: id, badge: null },
    });
    await sessions.getByRole('button', { name: 'Close' }).click();
    await sessions.waitFor({ state: 'detached' });
    await page.locator('ha-year-calendar .chart').press('Enter');
    await sessions.waitFor();
    await panel.close();
  });

  it('reads under the mouse the very day that is there', async () => {
    const panel = await activity();
    const days = panel.page.locator('ha-year-calendar .chart > div rect');
    for (const place of [0, 100, 330]) {
      await days.nth(place).hover();
      const words = await panel.page.locator('ha-year-calendar .reading').textContent();
      const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
      assert.ok(words?.startsWith(day.format(Date.UTC(2026, 0, 1 + place))), words ?? '');
    }
    await panel.close();
  });

  it('shows sessions or tool calls instead, and another year', async () => {
    const history = datedHistory();
    const panel = await activity({ history });
    const { page } = panel;
    await page.getByRole('radio', { name: 'Tool calls' }).click();
    await page.getByRole('slider', { name: 'Tool calls of each day in 2026' }).waitFor();
    await page.getByRole('combobox', { name: 'Year' }).selectOption('2025');
    await page.getByRole('slider', { name: 'Tool calls of each day in 2025' }).waitFor();
    await page.getByText('Busiest day of 2025').waitFor();
    await panel.close();
  });

  it('has bars that say at which hours and on which weekdays sessions began', async () => {
    const history = datedHistory();
    const panel = await activity({ history });
    const { starts } = history.answer({ kind: 'activity' }) as ActivityOfYear;
    const tables = await spokenTables(panel.page.locator('ha-start-bars'));
    assert.deepEqual(
      tables.map((rows) => rows.map(([, sessions]) => Number(sessions))),
      [starts.hours, starts.weekdays],
    );
    const weekdays = panel.page.getByRole('slider', { name: /weekday/ });
    await weekdays.press('Home');
    assert.equal(await weekdays.getAttribute('aria-valuetext'), `Mon: ${starts.weekdays[0]} sessions`);
    await panel.close();
  });

  it('says something sensible of a history that began yesterday', async () => {
    const panel = await activity({ history: datedHistory({ days: 3, endedBefore: 1 }) });
    const text = await words(panel.page);
    assert.match(
      text,
      /Current streak\s+3 days\s+in a row, up to now\s+Longest streak\s+3 days\s+November 24 to November 26/,
    );
    await panel.close();
  });

  it('begins with the last year of a history that ended a year ago', async () => {
    const panel = await activity({ history: datedHistory({ days: 90, endedBefore: 400 }) });
    await panel.page.getByRole('slider', { name: 'Messages of each day in 2025' }).waitFor();
    const text = await words(panel.page);
    assert.match(text, /Current streak\s+0 days\s+Today or yesterday there was no message\./);
    await panel.close();
  });

  it('says of a history without any times that its sessions have no day', async () => {
    const panel = await activity({ history: datedHistory({ undated: true }) });
    assert.match(await words(panel.page), /\d sessions without a day: they are counted/);
    assert.equal(await panel.page.locator('ha-year-calendar').count(), 0);
    await panel.close();
  });

  it('shows the days of a clock that was wrong, in the years that it told', async () => {
    const history = datedHistory({ days: 30, endedBefore: -9000 });
    const panel = await activity({ history });
    const year = isoOfDay(TODAY + 9000).slice(0, 4);
    const years = await panel.page
      .getByRole('combobox', { name: 'Year' })
      .locator('option')
      .allTextContents();
    assert.ok(years.includes(year) && years.includes('2026'), `${years}`);
    await panel.close();
  });

  it('needs no sideways scrolling from 320 px on, and the calendar goes on below', async () => {
    const panel = await activity({ width: 320 });
    assert.ok(await panel.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    const months = await panel.page.locator('ha-year-calendar .chart text').allTextContents();
    assert.equal(months.filter((name) => name === 'Mon').length > 1, true);
    await panel.close();
  });
});

async function words(page: Page): Promise<string> {
  const parts = await page.locator('ha-activity-page .nothing, ha-activity-records dl').allInnerTexts();
  return parts.join('\n');
}
