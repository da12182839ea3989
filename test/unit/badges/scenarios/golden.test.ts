import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Achievement } from '../../../../src/badges/achievement.ts';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { evaluate } from '../../../../src/badges/evaluate.ts';
import { countStates, type StateCounts } from '../../../../src/badges/summary.ts';
import type { Aggregate } from '../../../../src/metrics/session/stats.ts';

/** See test/golden/README.md. */
function golden<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`../../../golden/${name}`, import.meta.url), 'utf8'));
}

describe('held against the figures of the dashboard', () => {
  const expected = golden<{ aggregate: Aggregate; achievements: Achievement[]; counts: StateCounts }>(
    'expected.json',
  );
  const achievements = evaluate(expected.aggregate);

  it('every badge stands where the dashboard sees it', () => {
    const asExpected = achievements.map((badge, index) => {
      const keys = Object.keys(expected.achievements[index] ?? {}) as (keyof Achievement)[];
      return Object.fromEntries(keys.map((key) => [key, badge[key]]));
    });
    assert.deepEqual(asExpected, expected.achievements);
  });

  it('as many badges are in each state', () => {
    assert.deepEqual(countStates(achievements), expected.counts);
  });
});

it('the catalogue holds the facts that are specified', () => {
  const specified = golden<{ achievements: { secret: boolean }[] }>('catalogue.json');
  const facts = CATALOGUE.map((badge) => ({ ...badge, secret: badge.secret === true }));
  assert.deepEqual(facts, specified.achievements);
});
