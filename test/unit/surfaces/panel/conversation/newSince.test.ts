import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UnlockNews } from '../../../../../src/badges/unlocks/detect.ts';
import { newSince } from '../../../../../src/surfaces/panel/conversation/newSince.ts';

const COPPER: UnlockNews = { id: 'a', kind: 'unlock', from_tier: null, to_tier: 'Copper', at: 1 };
const SILVER: UnlockNews = { id: 'a', kind: 'tier_up', from_tier: 'Copper', to_tier: 'Silver', at: 2 };
const GOLD: UnlockNews = { id: 'a', kind: 'tier_up', from_tier: 'Silver', to_tier: 'Gold', at: 3 };
const OTHER: UnlockNews = { id: 'b', kind: 'unlock', from_tier: null, to_tier: null, at: 2 };

describe('what a time line tells anew', () => {
  it('is nothing while it stays as it was', () => {
    assert.deepEqual(newSince([COPPER, OTHER], [COPPER, OTHER]), []);
  });

  it('is what was added, whoever found it', () => {
    assert.deepEqual(newSince([COPPER], [COPPER, OTHER]), [OTHER]);
  });

  it('is one news a badge, from the tier it had to the best', () => {
    assert.deepEqual(newSince([COPPER], [COPPER, SILVER, GOLD]), [
      { id: 'a', kind: 'tier_up', from_tier: 'Copper', to_tier: 'Gold', at: 3 },
    ]);
  });

  it('is nothing where only dates changed', () => {
    assert.deepEqual(
      newSince(
        [COPPER, OTHER],
        [
          { ...OTHER, at: 9 },
          { ...COPPER, at: 9 },
        ],
      ),
      [],
    );
  });
});
