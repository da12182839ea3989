import type { Page } from 'playwright-core';

/** What is to be done in the quick input, by its keyboard. */
export interface Intent {
  /** Only a box whose text begins with this is meant. */
  readonly in?: string;
  /** What is to stand in the box. */
  readonly text?: string;
  /** The key to be pressed then. */
  readonly key?: 'Enter' | 'Escape';
  /** The line that the key is meant for, by its whole label; null: none, what stands in the box is meant. */
  readonly line?: string | null;
}

/**
 * What came of it:
 * - `no box`: the box that is meant is not there, or the keyboard is elsewhere in the window
 * - `typed`, `moved`: one step towards it was made
 * - `waits`: the line is not there yet
 * - `done`: all of it
 */
export type Step = 'no box' | 'typed' | 'moved' | 'waits' | 'done';

/**
 * Makes one step towards what is meant. The list may change at any moment, and the focus be taken away, so the page
 * itself looks and presses the key in one turn: nothing comes between the line that was read and the key on it.
 */
export function stepTowards(page: Page, intent: Intent): Promise<Step> {
  return page.evaluate(step, intent);
}

/** Counts from now on how often the quick input gets the keyboard. To be called before each of the others. */
export function countOpenings(page: Page): Promise<void> {
  return page.evaluate(() => {
    const counting = window as CountingWindow;
    if (counting.openings) return;
    const openings = { all: 0, atLastKey: 0 };
    counting.openings = openings;
    const count = ({ target }: FocusEvent): void => {
      if ((target as Element).closest?.('.quick-input-widget')) openings.all += 1;
    };
    window.addEventListener('focusin', count, true);
  });
}

/** How often the quick input has got the keyboard: ever, and up to the last key that was pressed in it. */
export function openings(page: Page): Promise<{ readonly all: number; readonly atLastKey: number }> {
  return page.evaluate(() => (window as CountingWindow).openings!);
}

type CountingWindow = Window & { openings?: { all: number; atLastKey: number } };

/** Runs in the page. */
function step({ in: beginning = '', text, key, line }: Intent): Step {
  const KEY_CODES = { Enter: 13, Escape: 27, ArrowDown: 40 };
  const box = [...document.querySelectorAll<HTMLElement>('.quick-input-widget')].find(
    (widget) => widget.style.display !== 'none' && !widget.inert,
  );
  const at = document.activeElement;
  const input = box?.querySelector<HTMLInputElement>('input[type=text]');
  if (!at || !box?.contains(at) || !input?.value.startsWith(beginning)) return 'no box';

  if (text !== undefined && input.value !== text) {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return 'typed';
  }
  if (line !== undefined && line !== focused()) {
    const rows = box.querySelectorAll('.quick-input-list .monaco-list-row');
    if (line === null || rows.length === 0) return 'waits';
    press('ArrowDown');
    return 'moved';
  }
  if (key) {
    const { openings } = window as CountingWindow;
    if (openings) openings.atLastKey = openings.all;
    press(key);
  }
  return 'done';

  function focused(): string | null {
    const label = box?.querySelector('.quick-input-list .monaco-list-row.focused .label-name');
    return label?.textContent.replaceAll('\u00a0', ' ').trim() ?? null;
  }

  function press(name: keyof typeof KEY_CODES): void {
    const keyCode = KEY_CODES[name];
    const event = {
      key: name,
      code: name,
      keyCode,
      which: keyCode,
      bubbles: true,
      cancelable: true,
      composed: true,
    };
    at?.dispatchEvent(new KeyboardEvent('keydown', event));
    at?.dispatchEvent(new KeyboardEvent('keyup', event));
  }
}
