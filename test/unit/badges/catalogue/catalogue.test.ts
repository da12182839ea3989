import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CATEGORIES, TIER_NAMES } from '../../../../src/badges/achievement.ts';
import { metricsOf } from '../../../../src/badges/catalogue/badge.ts';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';

describe('the catalogue', () => {
  it('holds 60 badges, each under an id of its own', () => {
    assert.equal(new Set(CATALOGUE.map((badge) => badge.id)).size, 60);
  });

  it('gives every badge a name of its own', () => {
    assert.equal(new Set(CATALOGUE.map((badge) => badge.name)).size, 60);
  });

  it('has badges in every category', () => {
    assert.deepEqual(new Set(CATALOGUE.map((badge) => badge.category)), new Set(CATEGORIES));
  });

  it('raises the threshold from tier to tier', () => {
    for (const badge of CATALOGUE) {
      if (badge.kind === 'multi_condition') continue;
      assert.equal(badge.tiers.length, TIER_NAMES.length, badge.id);
      assert.deepEqual(
        badge.tiers.toSorted((a, b) => a - b),
        badge.tiers,
        badge.id,
      );
      assert.equal(new Set(badge.tiers).size, badge.tiers.length, badge.id);
    }
  });

  it('asks for a session record where the kind is best_session, and only there', () => {
    for (const badge of CATALOGUE) {
      if (badge.kind === 'multi_condition') continue;
      assert.equal(badge.metric.startsWith('max_'), badge.kind === 'best_session', badge.id);
    }
  });

  it('names one metric for a tiered badge and one a requirement for the others', () => {
    const find = (id: string) => CATALOGUE.find((badge) => badge.id === id)!;
    assert.deepEqual(metricsOf(find('terminal_goblin')), ['total_terminal_calls']);
    assert.deepEqual(metricsOf(find('ship_first_ask_later')), ['git_events', 'max_tool_calls_in_session']);
  });
});
