import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Achievement } from '../../../src/badges/achievement.ts';
import { CATALOGUE } from '../../../src/badges/catalogue.ts';
import { evaluate } from '../../../src/badges/evaluate.ts';
import { countStates, type StateCounts } from '../../../src/badges/summary.ts';
import type { Aggregate } from '../../../src/metrics/sessionStats.ts';

/** Figures that the dashboard itself produced; they lie beside the repository where it is developed. */
const EXPECTED = new URL('../../../../shared/golden/expected.json', import.meta.url);

if (existsSync(EXPECTED)) {
  const expected: { aggregate: Aggregate; achievements: Achievement[]; counts: StateCounts } = JSON.parse(
    readFileSync(EXPECTED, 'utf8'),
  );
  const achievements = evaluate(expected.aggregate);

  describe('held against the figures of the dashboard', () => {
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
}

/** The catalogue's facts as specified. */
const SPECIFIED = new URL('../../../../shared/spec/catalog.json', import.meta.url);

if (existsSync(SPECIFIED)) {
  it('the catalogue holds the facts that are specified', () => {
    const specified: { achievements: { secret: boolean }[] } = JSON.parse(readFileSync(SPECIFIED, 'utf8'));
    const facts = CATALOGUE.map((badge) => ({ ...badge, secret: badge.secret === true }));
    assert.deepEqual(facts, specified.achievements);
  });
}
