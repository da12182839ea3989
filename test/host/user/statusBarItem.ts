import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../runtime/eventually.ts';
import { LOST_MILLISECONDS } from '../runtime/patience.ts';

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

  /**
   * Rests the mouse on the item; returns its tooltip, which stays as long as the mouse does. Items move along the bar
   * when the text of one changes, so another one may come under the mouse: the mouse follows ours. A tooltip that goes
   * because its text has changed does not come again while the mouse rests.
   */
  async hover(): Promise<Locator> {
    const ours = this.#page.locator('a[data-href^="command:hermesAchievements."]');
    const tooltip = this.#page.locator('.workbench-hover:visible', { has: ours });
    let rested = Date.now();
    await eventually(async () => {
      const isUnderMouse = await this.item.evaluate((item) => item.matches(':hover'));
      const isLost = Date.now() - rested > LOST_MILLISECONDS;
      if (isLost) await this.#page.mouse.move(AWAY.x, AWAY.y);
      if (!isUnderMouse || isLost) {
        await this.item.hover();
        rested = Date.now();
      }
      assert.ok(await tooltip.isVisible(), 'there is no tooltip yet');
    });
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

  /** Follows a link of the tooltip. */
  async followLink(label: string): Promise<void> {
    const tooltip = await this.hover();
    await tooltip.locator('a', { hasText: label }).click();
    await this.#page.mouse.move(AWAY.x, AWAY.y);
  }

  /** Chooses in the menu that a click with the other button opens. */
  async chooseInMenu(label: string): Promise<void> {
    await this.item.click({ button: 'right' });
    await this.#chooseEntry(label);
  }

  /** Chooses in the menu of the status bar, clicked where no item is. */
  async chooseInMenuOfBar(label: string): Promise<void> {
    const bar = this.#page.locator('.part.statusbar');
    const { width, height } = (await bar.boundingBox())!;
    await bar.click({ button: 'right', position: { x: width / 2, y: height / 2 } });
    await this.#chooseEntry(label);
  }

  /** A menu does not take the first click that comes after the one that opened it. */
  async #chooseEntry(label: string): Promise<void> {
    await this.#page.locator('.monaco-menu .action-label').getByText(label, { exact: true }).hover();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.monaco-menu').waitFor({ state: 'detached' });
  }

  /**
   * Notes what the item shows from now on, each time it changes.
   * @returns reads the notes taken so far, without repetitions
   */
  async watch(): Promise<() => Promise<ItemNote[]>> {
    await this.item.evaluate((item) => {
      const notes: ItemNote[] = [];
      (window as NotedWindow).itemNotes = notes;
      const look = (): void => {
        const note = {
          text: item.textContent?.trim() ?? '',
          spins: !!item.querySelector('.codicon-modifier-spin'),
        };
        if (note.text !== notes.at(-1)?.text) notes.push(note);
      };
      look();
      new MutationObserver(look).observe(item, { childList: true, characterData: true, subtree: true });
    });
    return () => this.#page.evaluate(() => (window as NotedWindow).itemNotes!);
  }

  /**
   * Notes from now on how wide the item is, and where its tooltip stands, in every frame that is drawn.
   * @returns reads the notes taken so far, without repetitions
   */
  async watchLayout(): Promise<() => Promise<Layout[]>> {
    await this.item.evaluate((item) => {
      const layouts: Layout[] = [];
      (window as NotedWindow).layouts = layouts;
      const look = (): void => {
        const tooltip = document.querySelector('.workbench-hover:not(.hidden)')?.getBoundingClientRect();
        const layout = {
          width: Math.round(item.getBoundingClientRect().width),
          tooltip: tooltip ? Math.round(tooltip.x) : null,
        };
        if (JSON.stringify(layout) !== JSON.stringify(layouts.at(-1))) layouts.push(layout);
        requestAnimationFrame(look);
      };
      look();
    });
    return () => this.#page.evaluate(() => (window as NotedWindow).layouts!);
  }
}

/** In CSS pixels. */
export interface Layout {
  readonly width: number;
  /** The left edge of the tooltip that is open, which is as high and wide as what it tells; null while none is. */
  readonly tooltip: number | null;
}

export interface ItemNote {
  readonly text: string;
  readonly spins: boolean;
}

type NotedWindow = Window & { itemNotes?: ItemNote[]; layouts?: Layout[] };
