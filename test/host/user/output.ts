import type { Locator, Page } from 'playwright-core';

/** The view of logs below the editors. */
export class Output {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get view(): Locator {
    return this.#page.locator('.part.panel .output-view');
  }

  /** The name of the log shown. */
  async channel(): Promise<string> {
    return (await this.#page.locator('.part.panel .actions-container select').first().inputValue()) ?? '';
  }

  /** The lines in sight. */
  async text(): Promise<string> {
    const drawn = (await this.view.locator('.view-lines').textContent()) ?? '';
    return drawn.replaceAll('\u00a0', ' ');
  }

  async close(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Hide Panel' }).click();
    await this.view.waitFor({ state: 'hidden' });
  }
}
