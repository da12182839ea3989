import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { LOST_MILLISECONDS, PATIENCE_MILLISECONDS } from '../runtime/patience.ts';
import { type Effect, withEffect } from './effect.ts';
import { countOpenings, type Intent, openings, stepTowards } from './quickInputKeys.ts';

const POLL_MILLISECONDS = 50;

/** The box at the top of the window: command palette, quick picks, input boxes. Used by the keyboard alone. */
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

  /** The row with this label. */
  row(label: string): Locator {
    const whole = new RegExp(`^\\s*${label.replace(/[.*+?^$()|[\]{}\\]/g, '\\$&')}\\s*$`);
    return this.rows.filter({ has: this.#page.locator('.label-name', { hasText: whole }) });
  }

  get title(): Locator {
    return this.#widget.locator('.quick-input-title');
  }

  get message(): Locator {
    return this.#widget.locator('.quick-input-message');
  }

  /** The box that asks for this. */
  asking(placeholder: string): Locator {
    return this.#widget.getByPlaceholder(placeholder);
  }

  /**
   * Runs the command that the palette calls this, category included, and waits for its effect. Enter is pressed on its
   * line and on no other.
   */
  async runCommand(label: string, effect: Effect): Promise<void> {
    await withEffect(effect, () =>
      this.#carryOut({ in: '>', text: `>${label}`, line: label, key: 'Enter' }, () => this.#openPalette()),
    );
  }

  /**
   * Runs a command that asks in a list, and answers by what `answer` does with it.
   *
   * VS Code gives a webview its focus back a moment after the palette has closed, and a list that is open by then loses
   * it and closes unanswered (microsoft/vscode#75209): then the command is given again, as its user would.
   * @param question what is in sight when it asks
   */
  async ask(label: string, question: Locator, answer: (list: OpenList) => Promise<unknown>): Promise<void> {
    const end = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      try {
        await this.runCommand(label, () => this.#asked(question));
        await answer(new OpenList((intent) => this.#carryOut(intent, closed)));
        return;
      } catch (error) {
        if (!(error instanceof ListClosed) || Date.now() > end) throw error;
      }
    }
  }

  /** Replaces what stands in the box that is open or about to open. */
  async type(text: string): Promise<void> {
    await this.#carryOut({ text });
  }

  /** Chooses the line with this label, in the list that is open or about to open, and waits for the effect. */
  async choose(line: string, effect: Effect): Promise<void> {
    await withEffect(effect, () => this.#carryOut({ line, key: 'Enter' }));
  }

  /**
   * Accepts what stands in the box, no line of its list, as often as it takes: an Enter may only have led VS Code to look
   * into the folder first.
   */
  async acceptText(text: string): Promise<void> {
    await this.type(text);
    await until(`${text} to be taken`, async () => {
      if (await this.isOpen()) await stepTowards(this.#page, { text, line: null, key: 'Enter' });
      return !(await this.isOpen());
    });
  }

  /** Opens the command palette and types a command's title, for what is offered to be seen. */
  async searchCommand(title: string): Promise<void> {
    await this.#carryOut({ in: '>', text: `>${title}` }, () => this.#openPalette());
  }

  /** What stands in the box. */
  text(): Promise<string> {
    return this.#widget.locator('input[type=text]').inputValue();
  }

  isOpen(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  /** Closes the box that is open. */
  async dismiss(): Promise<void> {
    await this.#carryOut({ key: 'Escape' });
    await this.gone();
  }

  async gone(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** @param noBox is done where the box that is meant is not there */
  async #carryOut(intent: Intent, noBox?: () => unknown): Promise<void> {
    await countOpenings(this.#page);
    const end = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const step = await stepTowards(this.#page, intent);
      if (step === 'done') return;
      if (Date.now() > end) {
        const offered = (await this.rows.allTextContents()).join('\n');
        throw new Error(`${JSON.stringify(intent)} could not be done (${step}). Offered were:\n${offered}`);
      }
      if (step === 'no box') await noBox?.();
      if (step === 'no box' || step === 'waits') await sleep(POLL_MILLISECONDS);
    }
  }

  /** An editor that is still opening takes the focus, which closes the palette: then it has to be opened again. */
  async #openPalette(): Promise<void> {
    const { all: before } = await openings(this.#page);
    await this.#page.keyboard.press('F1');
    // Not again before the first one had its effect: a palette that comes late would stay open.
    const end = Date.now() + LOST_MILLISECONDS;
    await until('the palette', async () => (await openings(this.#page)).all > before || Date.now() > end);
  }

  /** @throws ListClosed when it has asked, but does so no longer */
  async #asked(question: Locator): Promise<void> {
    await until(`${question}`, async () => {
      const { all, atLastKey } = await openings(this.#page);
      return all > atLastKey;
    });
    await until(`${question}`, async () => (await question.first().isVisible()) || !(await this.isOpen()));
    if (!(await this.isOpen())) closed();
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await sleep(POLL_MILLISECONDS);
  }
}

/** A list that has asked. What is done with it ends with a line chosen, or with Escape. */
export class OpenList {
  readonly #carryOut: (intent: Intent) => Promise<void>;

  /** @param carryOut throws when the list is no longer there */
  constructor(carryOut: (intent: Intent) => Promise<void>) {
    this.#carryOut = carryOut;
  }

  /** Replaces what stands in the box. */
  async type(text: string): Promise<void> {
    await this.#carryOut({ text });
  }

  async choose(line: string): Promise<void> {
    await this.#carryOut({ line, key: 'Enter' });
  }

  /** Presses Enter where no line is offered. */
  async acceptNothing(): Promise<void> {
    await this.#carryOut({ line: null, key: 'Enter' });
  }

  async dismiss(): Promise<void> {
    await this.#carryOut({ key: 'Escape' });
  }
}

class ListClosed extends Error {}

function closed(): never {
  throw new ListClosed('The list has closed unanswered');
}
