import type { Locator } from 'playwright-core';
import { THEMES, type Theme } from './themes.ts';
import type { Workbench } from './workbench.ts';

const WIDTHS = [400, 900, 1600];
const HEIGHT = 900;
const USUAL = { width: 1280, height: 800, theme: 'light' } as const;
/** The usual one comes last, and stays. */
const IN_TURN = [...(Object.keys(THEMES) as Theme[]).filter((theme) => theme !== USUAL.theme), USUAL.theme];

export interface Looking {
  /** What the pictures are of: brought into sight for each. */
  readonly at?: Locator;
  /** Looks more closely, once in each theme. */
  readonly closely?: (theme: Theme) => Promise<void>;
}

/** Keeps what a view looks like in every kind of theme and at every width, and leaves the window as it was. */
export async function screenshotEverywhere(
  window: Workbench,
  view: string,
  looking: Looking = {},
): Promise<void> {
  for (const theme of IN_TURN) {
    await window.useTheme(theme);
    for (const width of WIDTHS) {
      await window.resize(width, HEIGHT);
      await looking.at?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await window.drawn();
      await window.screenshot(view, theme);
    }
    await looking.closely?.(theme);
  }
  await window.resize(USUAL.width, USUAL.height);
}
