import type { Locator } from 'playwright-core';
import type { Workbench } from '../user/workbench.ts';

/** VS Code's own list of running extensions, with the time that each took to activate. */
export class RunningExtensions {
  readonly #window: Workbench;

  constructor(window: Workbench) {
    this.#window = window;
  }

  get #ours(): Locator {
    return this.#window.page.locator('.runtime-extensions-editor .extension', {
      hasText: 'Hermes Achievements',
    });
  }

  /** @returns milliseconds */
  async activation(): Promise<number> {
    await this.#window.runCommand('Developer: Show Running Extensions', this.#ours);
    const text = await this.#ours.locator('.activation-time').textContent();
    await this.#window.closeEditors();
    const milliseconds = /(\d+)\s*ms/.exec(text ?? '')?.[1];
    if (milliseconds === undefined) throw new Error(`No time of activation: ${text}`);
    return Number(milliseconds);
  }
}
