import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MultiConditionBadge, TieredBadge } from '../../../src/badges/catalogue/badge.ts';
import { standingOf } from '../../../src/badges/standing.ts';
import type { UnlockRecord } from '../../../src/badges/unlocks/record.ts';

const tiered: TieredBadge = {
  id: 'shell',
  name: 'Shell',
  category: 'Tool Mastery',
  kind: 'lifetime',
  icon: 'terminal',
  metric: 'total_terminal_calls',
  tiers: [100, 300, 800, 2400, 6000],
};

const multi: MultiConditionBadge = {
  id: 'both',
  name: 'Both',
  category: 'Vibe Coding',
  kind: 'multi_condition',
  icon: 'ship',
  requirements: [
    { metric: 'git_events', gte: 50 },
    { metric: 'total_errors', gte: 4000 },
  ],
};

const calls = (count: number, record?: UnlockRecord) =>
  standingOf(tiered, { total_terminal_calls: count }, record);
const both = (git: number, errors: number, record?: UnlockRecord) =>
  standingOf(multi, { git_events: git, total_errors: errors }, record);
const remembered = (first: string | null, best?: string): UnlockRecord => ({
  unlocked_at: 1,
  first_tier: first,
  evidence: null,
  ...(best === undefined ? {} : { best_tier: best }),
});

describe('a tiered badge', () => {
  it('is locked and not started at zero', () => {
    assert.deepEqual(calls(0), {
      unlocked: false,
      started: false,
      tier: null,
      progress: 0,
      next_tier: 'Copper',
      next_threshold: 100,
      progress_pct: 0,
      kept: false,
    });
  });

  it('stays locked one below the first threshold, at 99 %', () => {
    const { unlocked, tier, progress_pct } = calls(99);
    assert.deepEqual({ unlocked, tier, progress_pct }, { unlocked: false, tier: null, progress_pct: 99 });
  });

  it('reaches a tier exactly at its threshold and starts the next at 0 %', () => {
    const { unlocked, tier, next_tier, next_threshold, progress_pct } = calls(100);
    assert.deepEqual(
      { unlocked, tier, next_tier, next_threshold, progress_pct },
      { unlocked: true, tier: 'Copper', next_tier: 'Silver', next_threshold: 300, progress_pct: 0 },
    );
  });

  it('measures progress from the tier held, not from zero', () => {
    assert.equal(calls(250).progress_pct, 75);
  });

  it('rounds progress down', () => {
    assert.equal(calls(799).progress_pct, 99);
    assert.equal(calls(301).progress_pct, 0);
  });

  it('rounds as the dashboard does where a double falls just short of a whole percent', () => {
    assert.equal(calls(29).progress_pct, 28);
  });

  it('has the last threshold and 100 % but no next tier once all are reached', () => {
    const { tier, progress, next_tier, next_threshold, progress_pct } = calls(7000);
    assert.deepEqual(
      { tier, progress, next_tier, next_threshold, progress_pct },
      { tier: 'Olympian', progress: 7000, next_tier: null, next_threshold: 6000, progress_pct: 100 },
    );
  });

  it('counts a metric that the aggregate lacks as nothing', () => {
    assert.equal(standingOf(tiered, {}).progress, 0);
  });
});

describe('a tiered badge that was unlocked before', () => {
  it('is not kept while today reaches the tier it had', () => {
    assert.equal(calls(300, remembered('Silver')).kept, false);
  });

  it('rises with today, above what is remembered', () => {
    assert.equal(calls(800, remembered('Copper')).tier, 'Gold');
  });

  it('keeps its tier when the figure falls below the first threshold', () => {
    const { unlocked, tier, progress, kept } = calls(12, remembered('Copper'));
    assert.deepEqual(
      { unlocked, tier, progress, kept },
      { unlocked: true, tier: 'Copper', progress: 12, kept: true },
    );
  });

  it('keeps the best tier it reached, not the first', () => {
    assert.equal(calls(350, remembered('Copper', 'Gold')).tier, 'Gold');
  });

  it('aims at the tier after the best one, with no progress until that is passed', () => {
    const { next_tier, next_threshold, progress_pct } = calls(350, remembered('Copper', 'Gold'));
    assert.deepEqual(
      { next_tier, next_threshold, progress_pct },
      { next_tier: 'Diamond', next_threshold: 2400, progress_pct: 0 },
    );
  });

  it('has nothing left to reach if its best was the last tier', () => {
    const { progress, next_tier, progress_pct } = calls(3, remembered('Olympian'));
    assert.deepEqual(
      { progress, next_tier, progress_pct },
      { progress: 3, next_tier: null, progress_pct: 100 },
    );
  });

  it('keeps at least the lowest tier when its record names none that exists', () => {
    assert.equal(calls(0, remembered(null)).tier, 'Copper');
    assert.equal(calls(0, remembered('Platinum')).tier, 'Copper');
  });

  it('counts as started although today nothing counts', () => {
    assert.equal(calls(0, remembered('Copper')).started, true);
  });
});

describe('a multi-condition badge', () => {
  it('has the mean of its parts as progress, each part at most whole', () => {
    assert.equal(both(5000, 2000).progress, 75);
  });

  it('stays locked at 99 % when one part lacks one', () => {
    const { unlocked, progress, progress_pct } = both(50, 3999);
    assert.deepEqual(
      { unlocked, progress, progress_pct },
      { unlocked: false, progress: 99, progress_pct: 99 },
    );
  });

  it('is unlocked without a tier when every part is met exactly', () => {
    assert.deepEqual(both(50, 4000), {
      unlocked: true,
      started: true,
      tier: null,
      progress: 100,
      next_tier: null,
      next_threshold: 100,
      progress_pct: 100,
      kept: false,
    });
  });

  it('has started as soon as one part has any figure, even at 0 %', () => {
    const { started, progress } = both(0, 1);
    assert.deepEqual({ started, progress }, { started: true, progress: 0 });
  });

  it('stays unlocked once recorded, with today as its progress', () => {
    const { unlocked, progress, progress_pct, kept } = both(25, 0, remembered(null));
    assert.deepEqual(
      { unlocked, progress, progress_pct, kept },
      { unlocked: true, progress: 25, progress_pct: 100, kept: true },
    );
  });
});
