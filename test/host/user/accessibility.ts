import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AchievementsPanel } from './panel.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What of the panel as it stands breaks WCAG 2.2 AA: each rule with the first element that breaks it. */
export async function wcagViolations(panel: AchievementsPanel): Promise<string[]> {
  const page = await panel.document();
  // Evaluated from outside, so that the policy of the page has no say in it.
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(runAxe, RULES);
}

/** Runs in the page. */
async function runAxe(rules: string[]): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  // Of what is in order one place is enough.
  const { violations, passes } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
  if (!passes.some(({ id }) => id === 'color-contrast')) return ['no contrast was looked at'];
  return violations.map(({ id, nodes: [first] }) => `${id}: ${first?.target} ${first?.failureSummary}`);
}
