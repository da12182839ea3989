import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { wcagViolations } from './accessibility.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import type { Theme } from './themes.ts';
import type { Workbench } from './workbench.ts';

/**
 * Keeps what the panel looks like in every theme and width, and holds it against WCAG 2.2 AA in each theme.
 * @param at what is to be in sight, if that is not the top
 */
export async function keepsToWcag(window: Workbench, view: string, at?: Locator): Promise<void> {
  const violations: string[] = [];
  const closely = async (theme: Theme): Promise<void> => {
    violations.push(...(await wcagViolations(window.panel)).map((violation) => `${theme}: ${violation}`));
  };
  await screenshotEverywhere(window, view, { closely, ...(at ? { at } : {}) });
  assert.deepEqual(violations, []);
}
