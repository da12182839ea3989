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

  /**
   * Notes the messages in sight from now on, each time one changes: progress may be over before anybody looks.
   * @returns reads the notes taken so far
   */
  async watch(): Promise<() => Promise<string[]>> {
    await this.#page.evaluate(() => {
      const notes: string[] = [];
      (window as NotedWindow).messageNotes = notes;
      const look = (): void => {
        for (const toast of document.querySelectorAll('.notification-toast')) {
          const text = toast.textContent.trim();
          if (text !== notes.at(-1)) notes.push(text);
        }
      };
      const seen = { childList: true, characterData: true, subtree: true };
      new MutationObserver(look).observe(document.querySelector('.monaco-workbench')!, seen);
    });
    return () => this.#page.evaluate(() => (window as NotedWindow).messageNotes!);
  }

  /** Every message that was not cleared or answered, the latest first; those too that have faded since. */
  async all(): Promise<string[]> {
    await this.show();
    const messages = await this.#center.locator('.notification-list-item-message').allTextContents();
    await this.hide();
    return messages.map((message) => message.trim());
  }

  /** Opens the list of all messages. */
  async show(): Promise<void> {
    await this.#quickInput.runCommand('Notifications: Show Notifications', this.#center);
  }

  async hide(): Promise<void> {
    await this.#quickInput.runCommand('Notifications: Hide Notifications', () =>
      this.#center.waitFor({ state: 'hidden' }),
    );
  }

  async clear(): Promise<void> {
    await this.#quickInput.runCommand('Notifications: Clear All Notifications', () =>
      this.toast().waitFor({ state: 'detached' }),
    );
  }

  get #center(): Locator {
    return this.#page.locator('.notifications-center');
  }
}

type NotedWindow = Window & { messageNotes?: string[] };
