import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The achievements panel: a page in a frame in a frame of the window. */
export class AchievementsPanel {
  readonly frame: FrameLocator;

  constructor(page: Page) {
    this.frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** The cards that the filters let through. */
  get cards(): Locator {
    return this.frame.locator('li:visible > ha-badge-card');
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

  /** What stands there instead of badges when there is nothing to show. */
  get emptyState(): Locator {
    return this.frame.locator('ha-empty-state');
  }

  /** Everything about one badge, while it is open. */
  get detail(): Locator {
    return this.frame.getByRole('dialog');
  }

  /** The sessions that contributed most to the badge whose detail is open. */
  get evidence(): Locator {
    return this.detail.locator('ha-evidence-list button');
  }

  /**
   * Where in the panel the focus is: the components around it, then the element, as `ha-panel ha-card button.open`.
   * Empty while the focus is elsewhere in the window.
   */
  focused(): Promise<string> {
    return this.frame.locator('body').evaluate(() => {
      if (!document.hasFocus()) return '';
      const path: string[] = [];
      for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) {
        path.push([at.localName, ...at.classList].join('.'));
      }
      return path.join(' ');
    });
  }

  get sort(): Locator {
    return this.frame.getByRole('combobox', { name: 'Sort' });
  }

  /** The names on the cards shown, in their order. */
  names(): Promise<string[]> {
    return this.cards.getByRole('heading').allTextContents();
  }

  get search(): Locator {
    return this.frame.locator('vscode-textfield[type=search] input');
  }

  heading(name: string | RegExp): Locator {
    return this.frame.getByRole('heading', { name });
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name });
  }

  /** A choice among the states or the categories, with its live count. */
  filter(name: string): Locator {
    return this.frame.locator('ha-filter-bar button', { hasText: name });
  }

  /** How the badges are chosen and ordered: what the panel remembers of a history. */
  async view(): Promise<PanelView> {
    const pressed = this.frame.locator('ha-filter-bar .states [aria-pressed=true]');
    return {
      search: await this.search.inputValue(),
      state: ((await pressed.textContent()) ?? '').replace(/\d+/, '').trim(),
      sort: ((await this.sort.locator('option:checked').textContent()) ?? '').trim(),
    };
  }

  /** Which history the header says that it shows. */
  get place(): Locator {
    return this.frame.locator('ha-summary-header .overline');
  }

  get footer(): Locator {
    return this.frame.locator('ha-page-footer');
  }

  /** A line above the figures that tells what is special about them. */
  notice(text: string | RegExp): Locator {
    return this.frame.locator('ha-notice').filter({ has: this.frame.getByText(text) });
  }

  /** Waits until the panel shows badges. */
  async ready(): Promise<void> {
    await this.cards.first().waitFor();
  }

  /**
   * Notes what the panel shows of a scan from now on, each time a frame is drawn: a banner is too quick to be met by
   * looking now and then.
   * @returns reads the notes taken so far
   */
  async watchScan(): Promise<() => Promise<ScanNotes>> {
    const panel = this.frame.locator('ha-panel');
    await panel.evaluate((root) => {
      const notes: ScanNotes = { percentages: [], unlocked: [] };
      (window as NotedWindow).scanNotes = notes;
      const note = (list: number[], text: string | null | undefined): void => {
        if (text && Number.parseInt(text, 10) !== list.at(-1)) list.push(Number.parseInt(text, 10));
      };
      const inside = (tag: string, selector: string): Element | null | undefined =>
        root.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector(selector);
      const look = (): void => {
        note(
          notes.percentages,
          inside('ha-scan-banner', '[role=progressbar]')?.getAttribute('aria-valuenow'),
        );
        note(notes.unlocked, inside('ha-summary-header', '.count')?.textContent);
        requestAnimationFrame(look);
      };
      look();
    });
    return () => panel.evaluate(() => (window as NotedWindow).scanNotes!);
  }
}

export interface PanelView {
  readonly search: string;
  readonly state: string;
  readonly sort: string;
}

/** Figures in the order in which they were seen, without repetitions. */
export interface ScanNotes {
  /** How full the scan banner was. */
  readonly percentages: number[];
  /** How many badges the header called unlocked. */
  readonly unlocked: number[];
}

type NotedWindow = Window & { scanNotes?: ScanNotes };
