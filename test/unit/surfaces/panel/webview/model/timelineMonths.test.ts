import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../../../../src/badges/evaluate.ts';
import type { TimelineStep } from '../../../../../../src/badges/overTime/timeline.ts';
import { byMonth, shownSteps } from '../../../../../../src/surfaces/panel/webview/model/timelineMonths.ts';

const badges = evaluate({});
const step = (id: string, tier: TimelineStep['tier'], day: string): TimelineStep => ({
  id,
  kind: 'unlock',
  tier,
  day,
  kept: false,
  noticed: null,
});
const STEPS = [
  step('let_him_cook', 'Copper', '2025-12-31'),
  step('dependency_hell_tourist', null, '2026-01-01'),
  step('let_him_cook', 'Silver', '2026-01-20'),
];
const ALL = { tier: 'all', category: 'all' } as const;

describe('the steps of the time line', () => {
  it('stand newest first, in the month of their day', () => {
    const months = byMonth(shownSteps(STEPS, badges, ALL));
    assert.deepEqual(
      months.map(({ month, steps }) => [month, steps.map(({ tier }) => tier)]),
      [
        ['2026-01', ['Silver', null]],
        ['2025-12', ['Copper']],
      ],
    );
  });

  it('are narrowed by tier, a badge without tiers being a feat, and by category', () => {
    const tiers = (tier: 'Copper' | 'feat') =>
      shownSteps(STEPS, badges, { ...ALL, tier }).map(({ id }) => id);
    assert.deepEqual(tiers('Copper'), ['let_him_cook']);
    assert.deepEqual(tiers('feat'), ['dependency_hell_tourist']);
    const { category } = badges.find(({ id }) => id === 'let_him_cook')!;
    assert.equal(shownSteps(STEPS, badges, { ...ALL, category }).length, 2);
  });

  it('of badges that are not shown are left out', () => {
    assert.deepEqual(shownSteps([step('another version’s', 'Gold', '2026-01-01')], badges, ALL), []);
  });
});
