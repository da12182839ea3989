import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../runtime/browser.ts';

/** How long a user waits for anything before calling it broken. */
const PATIENCE_MILLISECONDS = 20_000;

let browser: Promise<Browser> | undefined;

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  /** The language of the window, for example `zh-cn`. */
  readonly locale?: string;
}

/** An empty page of its own in the suite's one browser, as if opened by another person. */
export async function openPage({
  width = 1280,
  height = 800,
  locale = 'en-US',
}: WindowOptions): Promise<Page> {
  browser ??= launchBrowser();
  const context = await (await browser).newContext({
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
    locale,
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  return context.newPage();
}
