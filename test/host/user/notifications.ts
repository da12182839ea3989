import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../runtime/eventually.ts';
import type { QuickInput } from './quickInput.ts';

/**
 * The messages at the lower right corner of the window. They fade after some seconds, so none is looked for there: what
 * was said is noted by the page, and what can be pressed is in the list of all messages.
 */
export class Notifications {
  readonly #page: Page;
  readonly #quickInput: QuickInput;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
  }

  /** Every text that a message has had since the page was loaded, faded or not, in the order of their coming. */
  said(): Promise<string[]> {
    return this.#page.evaluate(() => (window as NotingWindow).messagesNoted ?? []);
  }

  /** Waits until this was said, now or before. */
  async heard(text: string | RegExp): Promise<void> {
    await eventually(async () => {
      const said = await this.said();
      assert.ok(
        said.some((message) => (typeof text === 'string' ? message.includes(text) : text.test(message))),
        `${text} is not among:\n${said.join('\n')}`,
      );
    });
  }

  /** The message in sight that holds this text, or any. */
  toast(text: string | RegExp = ''): Locator {
    return this.#page.locator('.notification-toast', { hasText: text });
  }

  /** Presses a button of the message that holds this text, in the list of all, and leaves the list closed. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.heard(text);
    await this.show();
    const message = this.#center.locator('.notification-list-item', { hasText: text });
    await message.getByRole('button', { name: button, exact: true }).click();
    await message.waitFor({ state: 'detached' });
    if (await this.#center.isVisible()) await this.hide();
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

/** Runs in the page before VS Code does: notes the text of each message, and each that it changes to. */
export function noteMessages(): void {
  // Messages are in the window, not in the pages in it.
  if (self !== top) return;
  const noted: string[] = [];
  (window as NotingWindow).messagesNoted = noted;
  const last = new WeakMap<Element, string>();
  const look = (): void => {
    for (const message of document.querySelectorAll('.notification-toast .notification-list-item-message')) {
      const text = message.textContent.trim();
      if (text !== '' && text !== last.get(message)) noted.push(text);
      last.set(message, text);
    }
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
}

type NotingWindow = Window & { messagesNoted?: string[] };
