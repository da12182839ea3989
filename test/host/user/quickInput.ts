import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../runtime/eventually.ts';

/** How long the palette may take to stand there. */
const OPENING_MILLISECONDS = 2000;

/** How long a question of the extension may take to stand there. */
const ASKING_MILLISECONDS = 5000;

/** How soon a webview has its focus back after the palette has closed. */
const SETTLING_MILLISECONDS = 200;

/** The box at the top of the window: command palette, quick picks, input boxes. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget:visible');
  }

  /** The rows offered now; a long list draws only those in sight. */
  get rows(): Locator {
    return this.#widget.locator('.quick-input-list .monaco-list-row');
  }

  /** The row with this label; a command's category may stand before it. */
  row(label: string): Locator {
    return this.rows.filter({ has: this.#page.locator('.label-name', { hasText: labelled(label) }) });
  }

  get #input(): Locator {
    return this.#widget.locator('input[type=text]');
  }

  get title(): Locator {
    return this.#widget.locator('.quick-input-title');
  }

  get message(): Locator {
    return this.#widget.locator('.quick-input-message');
  }

  /** Opens the command palette and runs the command with this title. */
  async runCommand(title: string): Promise<void> {
    await eventually(async () => {
      await this.#typeCommand(title);
      await this.row(title).first().click({ timeout: OPENING_MILLISECONDS });
    });
  }

  /**
   * Runs a command that asks, and waits until this part of its question stands there.
   *
   * VS Code gives a webview its focus back a moment after the palette has closed, and a list that is open by then loses
   * it and closes (microsoft/vscode#75209): then the command has to be run again.
   */
  async ask(title: string, part: Locator): Promise<void> {
    await eventually(async () => {
      await this.runCommand(title);
      await part.first().waitFor({ timeout: ASKING_MILLISECONDS });
      await sleep(SETTLING_MILLISECONDS);
      assert.ok(await this.isOpen(), `${title} is not there any more`);
    });
  }

  /** Runs a command that asks, and answers each question with a row; again from the start where a list has closed. */
  async askAndAnswer(title: string, ...answers: readonly string[]): Promise<void> {
    await eventually(async () => {
      await this.runCommand(title);
      for (const answer of answers) await this.row(answer).first().click({ timeout: ASKING_MILLISECONDS });
    });
  }

  /** Opens the command palette and types a command's title. */
  async searchCommand(title: string): Promise<void> {
    await eventually(() => this.#typeCommand(title));
  }

  /** An editor that is still opening takes the focus, which closes the palette: then it has to be opened again. */
  async #typeCommand(title: string): Promise<void> {
    await this.#page.keyboard.press('F1');
    await this.#input.fill(`>${title}`, { timeout: OPENING_MILLISECONDS });
  }

  /** Replaces what stands in the box. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  /** What stands in the box. */
  text(): Promise<string> {
    return this.#input.inputValue();
  }

  /** Chooses the row with this label; a command's category may stand before it. */
  async choose(label: string): Promise<void> {
    await this.row(label).first().click();
  }

  async press(button: string): Promise<void> {
    await this.#widget.getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits until the row with this label is the one that Enter would take. */
  async offers(label: string): Promise<void> {
    const name = this.#page.locator('.label-name', { hasText: labelled(label) });
    await this.#widget.locator('.monaco-list-row.focused').filter({ has: name }).waitFor();
  }

  /** Accepts what stands in the box. */
  async accept(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }

  isOpen(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  async dismiss(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.gone();
  }

  async gone(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }
}

function labelled(label: string): RegExp {
  return new RegExp(`^\\s*([^:]+: )?${label.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&')}\\s*$`);
}
