import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { UnlockHistory } from '../../../../src/archive/unlocks/history.ts';
import type { Step } from '../../../../src/archive/unlocks/step.ts';

function step(id: string, tier: string | null, at: number, announced = true): Step {
  return { id, tier, at, day: null, evidence: null, announced };
}

describe('an unlock history', () => {
  it('remembers of a badge the first unlock and the best tier', () => {
    const history = new UnlockHistory([
      step('a', 'Gold', 30),
      step('a', 'Copper', 10),
      step('a', 'Silver', 20),
    ]);
    const record = { unlocked_at: 10, first_tier: 'Copper', evidence: null, best_tier: 'Gold' };
    assert.deepEqual(history.records(), new Map([['a', record]]));
  });

  it('tells unlocks and tier-ups in the order of time', () => {
    const history = new UnlockHistory([step('b', null, 15), step('a', 'Gold', 30), step('a', 'Copper', 10)]);
    assert.deepEqual(history.timeline(), [
      { id: 'a', kind: 'unlock', from_tier: null, to_tier: 'Copper', at: 10 },
      { id: 'b', kind: 'unlock', from_tier: null, to_tier: null, at: 15 },
      { id: 'a', kind: 'tier_up', from_tier: 'Copper', to_tier: 'Gold', at: 30 },
    ]);
  });

  it('does not tell of a step that did not raise the badge', () => {
    const history = new UnlockHistory([step('a', 'Gold', 10), step('a', 'Silver', 20)]);
    assert.deepEqual(
      history.timeline().map((news) => news.to_tier),
      ['Gold'],
    );
  });

  it('gives each news to one claimant only', () => {
    const history = new UnlockHistory([step('a', 'Copper', 10, false)]);
    assert.equal(history.claimNews().length, 1);
    assert.deepEqual(history.claimNews(), []);
  });

  it('sums several steps of a badge up to one news', () => {
    const steps = [step('a', 'Copper', 10), step('a', 'Silver', 20, false), step('a', 'Gold', 30, false)];
    assert.deepEqual(new UnlockHistory(steps).claimNews(), [
      { id: 'a', kind: 'tier_up', from_tier: 'Copper', to_tier: 'Gold', at: 30 },
    ]);
  });

  it('takes an unlock over from state.json that it does not know', () => {
    const history = new UnlockHistory();
    const evidence = { session_id: 's', title: 'T', value: 3 };
    assert.equal(
      history.addState(new Map([['a', { unlocked_at: 5, first_tier: 'Silver', evidence }]])),
      true,
    );
    assert.deepEqual(history.steps, [{ ...step('a', 'Silver', 5, false), evidence }]);
  });

  it('takes an earlier moment over from state.json without announcing the badge again', () => {
    const history = new UnlockHistory([step('a', 'Gold', 10)]);
    history.addState(new Map([['a', { unlocked_at: 5, first_tier: 'Copper', evidence: null }]]));
    assert.equal(history.records().get('a')?.unlocked_at, 5);
    assert.deepEqual(history.claimNews(), []);
  });

  it('learns nothing from a later moment in state.json', () => {
    const history = new UnlockHistory([step('a', 'Gold', 10)]);
    assert.equal(
      history.addState(new Map([['a', { unlocked_at: 15, first_tier: 'Gold', evidence: null }]])),
      false,
    );
  });

  it('remembers the same whatever the order in which steps are merged, and however often', () => {
    const someStep = fc.record({
      id: fc.constantFrom('a', 'b', '__proto__'),
      tier: fc.constantFrom(null, 'Copper', 'Silver', 'Gold', 'Wood'),
      at: fc.integer({ min: 1, max: 50 }),
      day: fc.constant(null),
      evidence: fc.constant(null),
      announced: fc.boolean(),
    });
    const remembered = (steps: readonly Step[]): unknown => {
      const history = new UnlockHistory(steps);
      return [[...history.records()].sort(), history.timeline().length, history.claimNews().length];
    };
    fc.assert(
      fc.property(fc.array(someStep), fc.integer(), (steps, turn) => {
        const turned = [...steps.slice(turn % (steps.length || 1)), ...steps].reverse();
        assert.deepEqual(remembered(turned), remembered(steps));
      }),
      { numRuns: 1000 },
    );
  });
});
