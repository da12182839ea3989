import type { Locator, Page } from 'playwright-core';

/** The messages at the lower right corner of the window. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The message that holds this text, or any. */
  toast(text: string | RegExp = ''): Locator {
    return this.#page.locator('.notification-toast', { hasText: text });
  }

  /** Presses a button of the message that holds this text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole('button', { name: button, exact: true }).click();
  }
}
