import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../src/badges/evaluate.ts';
import { ladderOf } from '../../../src/badges/ladder.ts';

describe('the ladder of a badge', () => {
  const badge = (figure: number, best_tier?: string) => {
    const unlocks = best_tier && {
      subagent_commander: { unlocked_at: 1, first_tier: 'Copper', evidence: null, best_tier },
    };
    const achievements = evaluate({ total_delegate_calls: figure }, unlocks ? { unlocks } : {});
    return achievements.find(({ id }) => id === 'subagent_commander')!;
  };
  const held = (...args: Parameters<typeof badge>) =>
    ladderOf(badge(...args))
      .filter((step) => step.held)
      .map(({ name }) => name);

  it('holds the tiers that its figure reaches', () => {
    assert.deepEqual(held(0), []);
    assert.deepEqual(held(40), ['Copper', 'Silver']);
  });

  it('holds after a history shrank what it held before', () => {
    assert.deepEqual(held(0, 'Gold'), ['Copper', 'Silver', 'Gold']);
    assert.deepEqual(held(3, 'Copper'), ['Copper']);
  });

  it('has no steps for a badge without tiers', () => {
    const feat = evaluate({}).find(({ kind, state }) => kind === 'multi_condition' && state !== 'secret')!;
    assert.deepEqual(ladderOf(feat), []);
  });
});
