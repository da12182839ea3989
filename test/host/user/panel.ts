import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The achievements panel: a page in a frame in a frame of the window. */
export class AchievementsPanel {
  readonly frame: FrameLocator;

  constructor(page: Page) {
    this.frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** The cards that the filters let through. */
  get cards(): Locator {
    return this.frame.locator('ha-badge-card');
  }

  card(name: string): Locator {
    return this.cards.filter({ has: this.frame.getByRole('heading', { name, exact: true }) });
  }

  /** `37 / 60`: badges unlocked, and all. */
  get count(): Locator {
    return this.frame.locator('ha-summary-header .count');
  }

  get banner(): Locator {
    return this.frame.locator('ha-scan-banner');
  }

  get search(): Locator {
    return this.frame.locator('vscode-textfield[type=search] input');
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  /** A choice among the states or the categories, with its live count. */
  filter(name: string): Locator {
    return this.frame.locator('ha-filter-bar button', { hasText: name });
  }

  /** Waits until the panel shows badges. */
  async ready(): Promise<void> {
    await this.cards.first().waitFor();
  }

  /**
   * Notes every percentage that the scan banner shows from now on, as often as it is drawn; a banner is too quick to
   * be met by looking now and then.
   * @returns reads what was noted, in order, without repetitions
   */
  async watchBanner(): Promise<() => Promise<number[]>> {
    const panel = this.frame.locator('ha-panel');
    await panel.evaluate((root) => {
      const seen: number[] = [];
      (window as BannerNotes).bannerPercentages = seen;
      const look = () => {
        const meter = root.shadowRoot
          ?.querySelector('ha-scan-banner')
          ?.shadowRoot?.querySelector('[role=progressbar]');
        const value = meter?.getAttribute('aria-valuenow');
        if (value && Number(value) !== seen.at(-1)) seen.push(Number(value));
        requestAnimationFrame(look);
      };
      look();
    });
    return () => panel.evaluate(() => (window as BannerNotes).bannerPercentages ?? []);
  }
}

type BannerNotes = Window & { bannerPercentages?: number[] };
