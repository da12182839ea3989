import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** A walkthrough in VS Code's Getting Started page. */
export class Walkthrough {
  readonly #window: Workbench;

  private constructor(window: Workbench) {
    this.#window = window;
  }

  /** Opens the walkthrough with this title, or brings it to the front. */
  static async open(window: Workbench, title: string): Promise<Walkthrough> {
    await window.runCommand('Welcome: Open Walkthrough...', window.quickInput.asking('Select a walkthrough'));
    await window.quickInput.type(title);
    const walkthrough = new Walkthrough(window);
    // It takes the focus a moment after it is drawn.
    await window.quickInput.choose(title, async () => {
      await walkthrough.steps.first().waitFor();
      await window.page.locator('.gettingStartedContainer:focus-within').waitFor();
    });
    return walkthrough;
  }

  get steps(): Locator {
    return this.#window.page.locator('.gettingStartedContainer .getting-started-step');
  }

  step(title: string): Locator {
    return this.steps.filter({ hasText: title });
  }

  /** The picture of the step that is unfolded: a page in a frame in a frame of its own. */
  get picture(): Locator {
    return this.#window.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .locator('svg')
      .first();
  }

  /** The titles of the steps that are ticked off. */
  async done(): Promise<string[]> {
    return this.steps
      .filter({ has: this.#window.page.locator('.codicon-getting-started-step-checked') })
      .locator('.step-title')
      .allTextContents();
  }
}
