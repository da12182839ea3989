import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { isOnTop } from './inPage.ts';
import { openPanel } from './openPanel.ts';

const WORDS = 'Hermes Achievements does not answer. Close this tab and open it again.';

describe('a panel whose extension host has died', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('says within three seconds of a click that nobody answers', async () => {
    const panel = await openPanel(browser);
    const told = panel.page.getByRole('status').getByText(WORDS);
    await panel.page.clock.install();
    panel.hostDies();
    await panel.page.getByRole('button', { name: 'Rescan', exact: true }).click();
    await panel.page.clock.runFor(2900);
    assert.equal(await told.count(), 0);
    await panel.page.clock.runFor(200);
    await told.waitFor();
    assert.equal(await told.evaluate(isOnTop), true);
    await panel.close();
  });

  it('says so over the detail of a badge too, where a session was clicked', async () => {
    const panel = await openPanel(browser);
    await panel.page.clock.install();
    await panel.page.locator('ha-badge-card[data-badge=let_him_cook] .open').click();
    panel.hostDies();
    await panel.page.locator('ha-evidence-list button').first().click();
    await panel.page.clock.runFor(3100);
    const told = panel.page.getByRole('status').getByText(WORDS);
    await told.waitFor();
    assert.equal(await told.evaluate(isOnTop), true);
    await panel.close();
  });

  it('takes its words back when it is answered after all', async () => {
    const panel = await openPanel(browser);
    await panel.page.clock.install();
    panel.hostDies();
    await panel.page.getByRole('button', { name: 'Rescan', exact: true }).click();
    await panel.page.clock.runFor(3100);
    await panel.page.getByText(WORDS).waitFor();
    panel.hostLives();
    await panel.page.getByRole('button', { name: 'Show Log' }).click();
    await panel.page.getByText(WORDS).waitFor({ state: 'detached' });
    await panel.close();
  });

  it('says nothing of the kind while clicks are answered', async () => {
    const panel = await openPanel(browser);
    await panel.page.clock.install();
    await panel.page.getByRole('button', { name: 'Show Log' }).click();
    await panel.nextAction();
    await panel.page.clock.runFor(10_000);
    assert.equal(await panel.page.getByText(WORDS).count(), 0);
    await panel.close();
  });
});
