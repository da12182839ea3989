import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SORT_KEYS, type SortKey, sortAchievements } from '../../../../src/badges/catalogue/order.ts';
import { evaluate } from '../../../../src/badges/evaluate.ts';

const aggregate = {
  total_terminal_calls: 50000, // Olympian, nothing left
  total_patch_calls: 700, // Copper, 90 % of the way to Silver
  session_count: 210, // Silver, 3 % of the way to Gold
  total_web_calls: 200, // locked, 50 %
  install_error_events: 25,
  install_success_events: 10, // unlocked without a tier
};
const unlocks = {
  patch_wizard: { unlocked_at: 200, first_tier: 'Copper', evidence: null },
  terminal_goblin: { unlocked_at: 300, first_tier: 'Copper', evidence: null },
};

const interesting = new Set([
  'terminal_goblin',
  'patch_wizard',
  'marathon_operator',
  'rabbit_hole_certified',
  'dependency_hell_tourist',
]);
const sorted = (key: SortKey) =>
  sortAchievements(evaluate(aggregate, { unlocks }), key)
    .map((badge) => badge.id)
    .filter((id) => interesting.has(id));

describe('sorting badges', () => {
  it('by nearest puts most progress first and what is complete after all others', () => {
    const ids = sortAchievements(evaluate(aggregate), 'nearest').map((badge) => badge.id);
    assert.deepEqual(ids.slice(0, 3), ['patch_wizard', 'rabbit_hole_certified', 'marathon_operator']);
    assert.ok(ids.indexOf('terminal_goblin') > ids.indexOf('let_him_cook'));
  });

  it('by tier puts the highest first, and a badge unlocked without tiers between Copper and locked', () => {
    assert.deepEqual(sorted('tier'), [
      'terminal_goblin',
      'marathon_operator',
      'patch_wizard',
      'dependency_hell_tourist',
      'rabbit_hole_certified',
    ]);
  });

  it('by name follows the alphabet', () => {
    const names = sortAchievements(evaluate(aggregate), 'name')
      .filter((badge) => badge.state !== 'secret')
      .map((badge) => badge.name);
    assert.equal(names[0], 'Actually Read The Logs');
    assert.equal(names.at(-1), 'Weekend Warrior');
  });

  it('by progress puts what is complete first', () => {
    assert.deepEqual(
      new Set(sorted('progress').slice(0, 2)),
      new Set(['terminal_goblin', 'dependency_hell_tourist']),
    );
    assert.deepEqual(sorted('progress').slice(2), [
      'patch_wizard',
      'rabbit_hole_certified',
      'marathon_operator',
    ]);
  });

  it('by recent puts the last unlocked first, then unlocks without a time, then what is locked', () => {
    assert.deepEqual(sorted('recent').slice(0, 2), ['terminal_goblin', 'patch_wizard']);
    assert.equal(sorted('recent').at(-1), 'rabbit_hole_certified');
  });

  for (const key of SORT_KEYS) {
    it(`by ${key} leaves secrets last and in the order they came`, () => {
      const achievements = evaluate(aggregate);
      const secrets = achievements.filter((badge) => badge.state === 'secret');
      assert.deepEqual(sortAchievements(achievements, key).slice(-secrets.length), secrets);
    });
  }

  it('leaves the list it was given as it is', () => {
    const achievements = evaluate(aggregate);
    sortAchievements(achievements, 'name');
    assert.deepEqual(achievements, evaluate(aggregate));
  });
});
