import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

/** The achievements panel: a page in a frame in a frame of the window. */
export class AchievementsPanel {
  readonly frame: FrameLocator;

  constructor(page: Page) {
    this.frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** The page that the panel is. */
  async document(): Promise<Frame> {
    const body = await this.frame.locator('body').elementHandle();
    return (await body?.ownerFrame()) as Frame;
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

  /** The word that a stale snapshot is being refreshed behind the scenes. */
  get refreshing(): Locator {
    return this.frame.locator('ha-summary-header .refreshing');
  }

  tab(name: string): Locator {
    return this.frame.getByRole('tab', { name, exact: true });
  }

  /** The time line of unlocks. */
  get timeline(): Locator {
    return this.frame.locator('ha-history-timeline');
  }

  get banner(): Locator {
    return this.frame.locator('ha-scan-banner');
  }

  /** What stands there instead of badges when there is nothing to show. */
  get emptyState(): Locator {
    return this.frame.locator('ha-empty-state');
  }

  /** What the panel says, to the ear, of something that has just been done. */
  get status(): Locator {
    return this.frame.getByRole('status');
  }

  /** Everything about one badge, while it is open. */
  get detail(): Locator {
    return this.frame.getByRole('dialog');
  }

  /** Waits until the detail is closed and gone: a key pressed between the two is lost. */
  async detailGone(): Promise<void> {
    await this.frame.locator('ha-badge-detail').waitFor({ state: 'detached' });
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

  /** Does the element that has the focus, or what is drawn around it, stand out in the theme's colour of focus? */
  async showsFocus(): Promise<boolean> {
    return (await this.document()).evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--vscode-focusBorder)';
      const colour = getComputedStyle(probe).color;
      probe.remove();
      const rings = ({ outlineStyle, outlineColor, borderTopStyle, borderTopColor }: CSSStyleDeclaration) =>
        (outlineStyle !== 'none' && outlineColor === colour) ||
        (borderTopStyle !== 'none' && borderTopColor === colour);
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      // What is drawn around it: no further out than the component that it is a part of.
      for (let at = focused; at; at = at.parentElement) {
        if (rings(getComputedStyle(at)) || rings(getComputedStyle(at, '::after'))) return true;
      }
      return false;
    });
  }

  get sort(): Locator {
    return this.frame.getByRole('combobox', { name: 'Sort' });
  }

  /** The names on the cards shown, in their order. */
  names(): Promise<string[]> {
    return this.cards.getByRole('heading').allTextContents();
  }

  /** Each card's name with its description. */
  descriptions(): Promise<[name: string, description: string][]> {
    return this.cards.evaluateAll((cards) =>
      cards.map((card) => {
        const text = (selector: string) =>
          card.shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '';
        return [text('h3'), text('.description')];
      }),
    );
  }

  /** The markup of the panel's page, with that of every component in it. */
  async markup(): Promise<string> {
    return (await this.document()).evaluate(() => {
      const markup = (root: Document | ShadowRoot): string =>
        [...root.querySelectorAll('*')]
          .map((element) => element.outerHTML + (element.shadowRoot ? markup(element.shadowRoot) : ''))
          .join('');
      return markup(document);
    });
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

  get recent(): Locator {
    return this.frame.locator('ha-recent-unlocks');
  }

  get nextUp(): Locator {
    return this.frame.locator('ha-next-up');
  }

  /** What was unlocked under the eyes of the user. */
  get celebration(): Locator {
    return this.frame.locator('ha-celebration');
  }

  /** The names on the cards that carry the mark of what is new. */
  badgesMarkedNew(): Promise<string[]> {
    const marked = this.cards.filter({ has: this.frame.locator('vscode-badge') });
    return marked.getByRole('heading').allTextContents();
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

  /** Scrolls the page, as a wheel would, to so many pixels from the top. */
  async scrollTo(top: number): Promise<void> {
    await this.frame.locator('body').evaluate((_body, y) => window.scrollTo(0, y), top);
  }

  /** How many pixels of the page are above what is in sight. */
  scrollPosition(): Promise<number> {
    return this.frame.locator('body').evaluate(() => window.scrollY);
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
   * Notes what screen readers are told from now on: each text of a live region.
   * @returns reads the notes taken so far
   */
  async listen(): Promise<() => Promise<string[]>> {
    const panel = this.frame.locator('ha-panel');
    await panel.evaluate((root) => {
      const notes: string[] = [];
      (window as NotedWindow).spoken = notes;
      const note = (): void => {
        for (const region of root.shadowRoot?.querySelectorAll('[role=status], [role=alert], [aria-live]') ??
          []) {
          const text = region.textContent?.trim();
          if (text && text !== notes.at(-1)) notes.push(text);
        }
      };
      const seen = { childList: true, characterData: true, subtree: true };
      new MutationObserver(note).observe(root.shadowRoot!, seen);
    });
    return () => panel.evaluate(() => (window as NotedWindow).spoken!);
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

type NotedWindow = Window & { scanNotes?: ScanNotes; spoken?: string[] };
