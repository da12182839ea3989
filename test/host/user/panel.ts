import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { PanelFocus } from './panelFocus.ts';
import { PanelWatch } from './panelWatch.ts';

/** The achievements panel: a page in a frame in a frame of the window. */
export class AchievementsPanel {
  readonly frame: FrameLocator;
  readonly focus: PanelFocus;
  readonly watch: PanelWatch;

  constructor(page: Page) {
    this.frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    this.focus = new PanelFocus(this.frame);
    this.watch = new PanelWatch(this.frame);
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
    return this.frame.locator('ha-timeline-page');
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
    return this.frame.locator('ha-badge-detail').getByRole('dialog');
  }

  /** The share card of a badge, while it is looked at. */
  get shareSheet(): Locator {
    return this.frame.locator('ha-share-sheet').getByRole('dialog');
  }

  /** Waits until the detail is closed and gone: a key pressed between the two is lost. */
  async detailGone(): Promise<void> {
    await this.frame.locator('ha-badge-detail').waitFor({ state: 'detached' });
  }

  /** The sessions that contributed most to the badge whose detail is open. */
  get evidence(): Locator {
    return this.detail.locator('ha-evidence-list button');
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
    return this.frame.getByRole('radio', { name: new RegExp(`^${name}\\s`) });
  }

  /** How the badges are chosen and ordered: what the panel remembers of a history. */
  async view(): Promise<PanelView> {
    const pressed = this.frame.locator('ha-filter-bar .states [aria-checked=true]');
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
}

export interface PanelView {
  readonly search: string;
  readonly state: string;
  readonly sort: string;
}
