import type { Browser } from 'playwright-core';
import { FakeHistory } from './fakeHistory.ts';
import { madeUpHistory } from './madeUpHistory.ts';
import { PanelPage, type PanelPageOptions } from './panelPage.ts';
import { THEMES } from './themes.ts';

const { snapshot, history } = madeUpHistory();

/** The panel once it shows something: a made-up history in the dark theme, unless told otherwise. */
export async function openPanel(
  browser: Browser,
  options: Partial<PanelPageOptions> = {},
): Promise<PanelPage> {
  const shown = options.history ?? new FakeHistory(snapshot, history.timeline());
  const panel = await PanelPage.open(browser, { theme: THEMES[0]!, ...options, history: shown });
  await panel.page.waitForSelector('li:visible > ha-badge-card, ha-empty-state');
  return panel;
}
