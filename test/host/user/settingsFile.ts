import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../runtime/eventually.ts';
import type { Settings } from '../runtime/settings.ts';
import type { QuickInput } from './quickInput.ts';

/** The user's settings, changed as a user does who knows their names: in settings.json, in an editor. */
export class SettingsFile {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  #settings: Settings;
  #changes = 0;

  /** @param settings what the file holds when the window is opened */
  constructor(page: Page, quickInput: QuickInput, settings: Settings) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.#settings = settings;
  }

  /** Adds or replaces the settings named, and leaves the others. */
  async change(changes: Settings): Promise<void> {
    // The window's title tells when the window has taken up what the file says.
    const title = `settings ${++this.#changes}`;
    this.#settings = { ...this.#settings, ...changes, 'window.title': title };
    await this.#quickInput.runCommand('Preferences: Open User Settings (JSON)', this.#tab);
    // The focus comes a moment after the tab; keys pressed before would go elsewhere, and nobody would notice.
    await this.#page.locator('.editor-group-container.active .monaco-editor .view-lines').click();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(JSON.stringify(this.#settings));
    await this.#unsaved.waitFor();
    await this.#page.keyboard.press('ControlOrMeta+s');
    await this.#unsaved.waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(await this.#page.title(), title));
    await this.#quickInput.runCommand('View: Close Editor', () => this.#tab.waitFor({ state: 'detached' }));
  }

  get #unsaved(): Locator {
    return this.#page.locator('.tab.active.dirty');
  }

  get #tab(): Locator {
    return this.#page.locator('.tab.active', { hasText: 'settings.json' });
  }
}
