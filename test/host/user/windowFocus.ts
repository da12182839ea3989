import type { Page } from 'playwright-core';

/**
 * Whether a window is the one in use. Every page of a browser under automation believes that it is, so the page is told
 * what a browser tells it when the user turns to another tab or comes back. (A window that loses its focus while that is
 * in a webview is told nothing at all.)
 */
export class WindowFocus {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The user turns to another window. */
  async leave(): Promise<void> {
    await this.#page.evaluate(() => {
      Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }

  /** The user comes back. */
  async enter(): Promise<void> {
    await this.#page.evaluate(() => {
      Reflect.deleteProperty(document, 'hasFocus');
      document.dispatchEvent(new Event('visibilitychange'));
    });
  }
}
