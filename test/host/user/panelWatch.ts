import type { FrameLocator, Locator } from 'playwright-core';

/** What passes in the panel too quickly to be met by looking now and then. */
export class PanelWatch {
  readonly #panel: Locator;

  constructor(frame: FrameLocator) {
    this.#panel = frame.locator('ha-panel');
  }

  /**
   * Notes what screen readers are told from now on: each text of a live region.
   * @returns reads the notes taken so far
   */
  async spoken(): Promise<() => Promise<string[]>> {
    await this.#panel.evaluate((panel) => {
      const notes: string[] = [];
      (window as NotedWindow).spoken = notes;
      const watched = new WeakSet<Node>();
      const last = new WeakMap<Element, string>();
      const look = (): void => {
        const components = [...panel.shadowRoot!.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot);
        for (const root of [panel.shadowRoot, ...components]) {
          if (!root) continue;
          if (!watched.has(root)) {
            watched.add(root);
            changes.observe(root, { childList: true, characterData: true, subtree: true });
          }
          for (const region of root.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
            const text = region.textContent.trim();
            if (text !== '' && text !== last.get(region)) notes.push(text);
            last.set(region, text);
          }
        }
      };
      const changes = new MutationObserver(look);
      look();
      // What stands there was said before.
      notes.length = 0;
    });
    return () => this.#panel.evaluate(() => (window as NotedWindow).spoken!);
  }

  /**
   * Notes what the panel shows of a scan from now on, each time any of it changes: a banner may be gone before anybody
   * looks, and before it was ever drawn.
   * @returns reads the notes taken so far
   */
  async scan(): Promise<() => Promise<ScanNotes>> {
    await this.#panel.evaluate((root) => {
      const notes: ScanNotes = { percentages: [], unlocked: [] };
      (window as NotedWindow).scanNotes = notes;
      const note = (list: number[], text: string | null | undefined): void => {
        if (text && Number.parseInt(text, 10) !== list.at(-1)) list.push(Number.parseInt(text, 10));
      };
      const seen = { attributes: true, childList: true, characterData: true, subtree: true };
      const watched = new WeakSet<Node>([root.shadowRoot!]);
      /** Inside of a component, which is watched from now on. */
      const inside = (tag: string, selector: string): Element | null | undefined => {
        const component = root.shadowRoot?.querySelector(tag)?.shadowRoot;
        if (component && !watched.has(component)) {
          watched.add(component);
          changes.observe(component, seen);
        }
        return component?.querySelector(selector);
      };
      const look = (): void => {
        const progress = inside('ha-scan-banner', '[role=progressbar]');
        note(notes.percentages, progress?.getAttribute('aria-valuenow'));
        note(notes.unlocked, inside('ha-summary-header', '.count')?.textContent);
      };
      const changes = new MutationObserver(look);
      changes.observe(root.shadowRoot!, seen);
      look();
    });
    return () => this.#panel.evaluate(() => (window as NotedWindow).scanNotes!);
  }
}

/** Figures in the order in which they were seen, without repetitions. */
export interface ScanNotes {
  /** How full the scan banner was. */
  readonly percentages: number[];
  /** How many badges the header called unlocked. */
  readonly unlocked: number[];
}

type NotedWindow = Window & { scanNotes?: ScanNotes; spoken?: string[] };
