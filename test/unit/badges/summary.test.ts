import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentSummary } from '../../../src/badges/agentSummary.ts';
import { evaluate } from '../../../src/badges/evaluate.ts';
import {
  countStates,
  countTiers,
  highestTier,
  nearestBadges,
  overallProgress,
  promisingCategories,
  strongestCategories,
} from '../../../src/badges/summary.ts';

const aggregate = {
  session_count: 500, // Gold, Lifestyle
  weekend_sessions: 25, // Copper, Lifestyle
  total_tool_calls: 1000, // Copper, Agent Autonomy
  total_web_calls: 399, // locked at 99 %, Research/Web
  tts_calls: 5, // locked at 50 %, Tool Mastery
  rollback_events: 1, // a secret discovered
};
const achievements = evaluate(aggregate);

describe('a summary of achievements', () => {
  it('counts each badge in exactly one state', () => {
    assert.deepEqual(countStates(achievements), {
      unlocked_count: 3,
      discovered_count: 50,
      secret_count: 7,
      total_count: 60,
    });
  });

  it('knows the highest tier', () => {
    assert.equal(highestTier(achievements), 'Gold');
  });

  it('has no highest tier while nothing is unlocked', () => {
    assert.equal(highestTier(evaluate({})), null);
  });

  it('counts the badges that hold each tier', () => {
    assert.deepEqual(countTiers(achievements), [
      { tier: 'Copper', count: 2 },
      { tier: 'Silver', count: 0 },
      { tier: 'Gold', count: 1 },
      { tier: 'Diamond', count: 0 },
      { tier: 'Olympian', count: 0 },
    ]);
  });

  it('names the badges nearest to their next tier', () => {
    assert.deepEqual(
      nearestBadges(achievements, 2).map((badge) => badge.id),
      ['rabbit_hole_certified', 'voice_of_the_machine'],
    );
  });

  it('names none as near that has made no step', () => {
    assert.deepEqual(nearestBadges(evaluate({}), 3), []);
  });

  it('is at 0 % over all while nothing is reached', () => {
    assert.equal(overallProgress(evaluate({})), 0);
  });

  it('counts every tier as a step of the overall progress', () => {
    // 3 + 1 + 1 of 55 ladders of 5 steps and 5 badges without tiers.
    assert.equal(overallProgress(achievements), Math.floor((100 * 5) / 280));
  });

  it('has as strongest categories only those with an unlock, most first', () => {
    assert.deepEqual(strongestCategories(achievements, 5), ['Lifestyle', 'Agent Autonomy']);
  });

  it('has as promising categories those whose best locked badge is furthest', () => {
    assert.deepEqual(promisingCategories(achievements, 2), ['Research/Web', 'Tool Mastery']);
  });
});

describe('the summary for agents', () => {
  it('says what there is and what may come next', () => {
    const { gaps, ...rest } = agentSummary(achievements, aggregate);
    assert.deepEqual(rest, {
      total_sessions: 500,
      total_tool_calls: 1000,
      unlocked_count: 3,
      total_count: 60,
      top_categories: ['Lifestyle', 'Agent Autonomy'],
      strengths: ['Lifestyle', 'Agent Autonomy'],
      top_tier: 'Gold',
      unlocked_ids: ['autonomous_avalanche', 'marathon_operator', 'weekend_warrior'],
    });
    assert.equal(gaps.length, 3);
  });
});
