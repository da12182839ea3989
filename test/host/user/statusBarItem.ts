import type { Locator, Page } from 'playwright-core';

/** The extension's item in the status bar. */
export class StatusBarItem {
  readonly #page: Page;
  readonly item: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.item = page.locator('.statusbar-item[id$="hermesAchievements.statusBar"]');
  }

  async text(): Promise<string> {
    return (await this.item.textContent())?.trim() ?? '';
  }

  async click(): Promise<void> {
    await this.item.click();
  }

  /** Rests the mouse on the item; returns the tooltip, which stays as long as the mouse does. */
  async hover(): Promise<Locator> {
    await this.item.hover();
    const tooltip = this.#page.locator('.workbench-hover:visible');
    await tooltip.waitFor();
    return tooltip;
  }
}
