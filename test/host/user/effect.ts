import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';

/**
 * What shows a user that something was done: what comes into sight by it and was not there before, or a wait for what
 * only holds once it is done.
 */
export type Effect = Locator | (() => Promise<unknown>);

/** Does something, and waits for its effect. */
export async function withEffect<T>(effect: Effect, act: () => Promise<T>): Promise<T> {
  const isSeen = typeof effect !== 'function';
  if (isSeen)
    assert.ok(!(await effect.first().isVisible()), `${effect} would show nothing: it is there already`);
  const result = await act();
  await (isSeen ? effect.first().waitFor() : effect());
  return result;
}
