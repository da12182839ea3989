import type { Locator, Page } from 'playwright-core';

/** Somewhere in the editors, where nothing answers to a resting mouse. */
const AWAY = { x: 600, y: 300 };

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

  icon(name: string): Locator {
    return this.item.locator(`.codicon-${name}`);
  }

  /** Whether the item stands on the colour of a warning. */
  async warns(): Promise<boolean> {
    return ((await this.item.getAttribute('class')) ?? '').split(' ').includes('warning-kind');
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

  /** What the tooltip tells; it is gone afterwards. */
  async tooltip(): Promise<string> {
    const tooltip = await this.hover();
    const text = ((await tooltip.textContent()) ?? '').replaceAll('\u00a0', ' ');
    await this.#page.mouse.move(AWAY.x, AWAY.y);
    await tooltip.waitFor({ state: 'hidden' });
    return text;
  }
}
