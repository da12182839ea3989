import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';

/** The messages at the lower right corner of the window. */
export class Notifications {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** The message that holds this text, or any. */
  toast(text: string | RegExp = ''): Locator {
    return this.#page.locator('.notification-toast', { hasText: text });
  }

  /** Presses a button of the message that holds this text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole('button', { name: button, exact: true }).click();
  }

  /** Every message that was not cleared or answered, the latest first; those too that have faded since. */
  async all(): Promise<string[]> {
    await this.#quickInput.runCommand('Show Notifications');
    const center = this.#page.locator('.notifications-center');
    await center.waitFor();
    const messages = await center.locator('.notification-list-item-message').allTextContents();
    await this.#quickInput.runCommand('Hide Notifications');
    await center.waitFor({ state: 'hidden' });
    return messages.map((message) => message.trim());
  }

  async clear(): Promise<void> {
    await this.#quickInput.runCommand('Clear All Notifications');
    await this.toast().waitFor({ state: 'detached' });
  }
}
