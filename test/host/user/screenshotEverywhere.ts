import { THEMES, type Theme } from './themes.ts';
import type { Workbench } from './workbench.ts';

const WIDTHS = [400, 900, 1600];
const HEIGHT = 900;
const USUAL = { width: 1280, height: 800, theme: 'light' } as const;

/** Keeps what a view looks like in every kind of theme and at every width, and leaves the window as it was. */
export async function screenshotEverywhere(window: Workbench, view: string): Promise<void> {
  for (const theme of Object.keys(THEMES) as Theme[]) {
    await window.useTheme(theme);
    for (const width of WIDTHS) {
      await window.resize(width, HEIGHT);
      await window.drawn();
      await window.screenshot(view, theme);
    }
  }
  await window.resize(USUAL.width, USUAL.height);
  await window.useTheme(USUAL.theme);
}
