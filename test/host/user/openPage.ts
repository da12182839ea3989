import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../runtime/browser.ts';
import { PATIENCE_MILLISECONDS } from '../runtime/patience.ts';
import { noteMessages } from './notifications.ts';

let browser: Promise<Browser> | undefined;

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  /** The language of the window, for example `zh-CN`. */
  readonly locale?: string;
  readonly reducedMotion?: boolean;
  /** False where there is no Hermes history, so that no item of the extension will come into the status bar. */
  readonly hasHistory?: boolean;
  /** What is done with the page before VS Code is loaded into it. */
  readonly beforeLoad?: (page: Page) => void;
}

/** An empty page of its own in the suite's one browser, as if opened by another person. */
export async function openPage({
  width = 1280,
  height = 800,
  locale = 'en-US',
  reducedMotion = false,
}: WindowOptions): Promise<Page> {
  browser ??= launchBrowser();
  const context = await (await browser).newContext({
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
    locale,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  // As a language pack would: the server takes it from the page, and loads the extension's words in it.
  await context.addInitScript((language) => {
    if (self === top) Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
  }, language(locale));
  await context.addInitScript(noteMessages);
  return context.newPage();
}

/** VS Code's own name for a language: `en`, `zh-cn`. */
function language(locale: string): string {
  return locale.startsWith('en') ? 'en' : locale.toLowerCase();
}
