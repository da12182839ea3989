import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from '../host/runtime/browser.ts';
import { openPanel } from './openPanel.ts';

describe('where the user forces colours', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('what is chosen looks otherwise than what is not', async () => {
    const panel = await openPanel(browser, { forcedColors: true });
    for (const [chosen, other] of [
      [/^All \d/, /^Unlocked/],
      [/^All categories/, /^Lifestyle/],
    ] as const) {
      const [one, another] = await Promise.all(
        [chosen, other].map((name) => groundOf(panel.page.getByRole('radio', { name }))),
      );
      assert.notEqual(one, another);
    }
    await panel.close();
  });

  it('the active tab has a mark that the other has not', async () => {
    const panel = await openPanel(browser, { forcedColors: true });
    const mark = (name: string): Promise<string> =>
      panel.page
        .getByRole('tab', { name })
        .evaluate(
          (tab) => `${getComputedStyle(tab).borderBottomWidth} ${getComputedStyle(tab).borderBottomStyle}`,
        );
    assert.equal(await mark('Badges'), '3px solid');
    assert.notEqual(await mark('Timeline'), '3px solid');
    await panel.close();
  });
});

function groundOf(control: Locator): Promise<string> {
  return control.evaluate((element) => getComputedStyle(element).backgroundColor);
}
