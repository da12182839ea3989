import assert from 'node:assert/strict';
import { eventually } from '../runtime/eventually.ts';
import type { AchievementsPanel } from './panel.ts';

/** Counts calls of one tool, so that each message below adds its own number to it. */
const BADGE = 'Subagent Commander';

/** A message for a test's home whose calls all count for one badge. */
export function delegating(calls: number): { role: string; tool_calls: string } {
  return { role: 'assistant', tool_calls: JSON.stringify(Array(calls).fill({ name: 'delegate_task' })) };
}

/** Waits until the panel has counted so many of them. */
export async function shownCalls(panel: AchievementsPanel, expected: number): Promise<void> {
  const figures = panel.card(BADGE).locator('.scale');
  await eventually(async () =>
    assert.equal(Number.parseInt((await figures.textContent())?.trim() ?? '', 10), expected),
  );
}
