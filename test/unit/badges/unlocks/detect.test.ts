import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../../src/badges/evaluate.ts';
import { detectUnlocks } from '../../../../src/badges/unlocks/detect.ts';
import type { UnlockRecord } from '../../../../src/badges/unlocks/record.ts';

const NOW = 1750000000;
const evidence = { session_id: 's1', title: 'A long one', value: 1300 };
const contributions = { top: () => [evidence] };
const copper: UnlockRecord = { unlocked_at: 1700000000, first_tier: 'Copper', evidence: null };

describe('detecting unlocks', () => {
  it('has no news while nothing is reached', () => {
    assert.deepEqual(detectUnlocks({ session_count: 74 }, {}, NOW), { news: [], records: {} });
  });

  it('announces and records a first unlock at the tier it reached', () => {
    assert.deepEqual(detectUnlocks({ session_count: 200 }, {}, NOW), {
      news: [{ id: 'marathon_operator', kind: 'unlock', from_tier: null, to_tier: 'Silver', at: NOW }],
      records: {
        marathon_operator: { unlocked_at: NOW, first_tier: 'Silver', evidence: null, best_tier: 'Silver' },
      },
    });
  });

  it('records the session that holds the maximum as evidence', () => {
    const { records } = detectUnlocks({ max_messages_in_session: 1300 }, {}, NOW, contributions);
    assert.deepEqual(records['supposed_to_be_quick']?.evidence, evidence);
  });

  it('records no evidence for a sum', () => {
    const { records } = detectUnlocks({ total_patch_calls: 250 }, {}, NOW, contributions);
    assert.equal(records['patch_wizard']?.evidence, null);
  });

  it('says nothing twice', () => {
    const first = detectUnlocks({ session_count: 200 }, {}, NOW);
    assert.deepEqual(detectUnlocks({ session_count: 210 }, first.records, NOW + 60).news, []);
  });

  it('announces a tier-up once, over all tiers passed, from the best tier held', () => {
    const { news } = detectUnlocks({ session_count: 1500 }, { marathon_operator: copper }, NOW);
    assert.deepEqual(news, [
      { id: 'marathon_operator', kind: 'tier_up', from_tier: 'Copper', to_tier: 'Diamond', at: NOW },
    ]);
  });

  it('remembers the new best tier and leaves the first unlock as it was', () => {
    const { records } = detectUnlocks({ session_count: 1500 }, { marathon_operator: copper }, NOW);
    assert.deepEqual(records['marathon_operator'], { ...copper, best_tier: 'Diamond' });
  });

  it('has no news when a figure fell and rises again to a tier held before', () => {
    const records = { marathon_operator: { ...copper, best_tier: 'Gold' } };
    assert.deepEqual(detectUnlocks({ session_count: 500 }, records, NOW).news, []);
  });

  it('announces a multi-condition badge once, without tiers', () => {
    const aggregate = { install_error_events: 25, install_success_events: 10 };
    const first = detectUnlocks(aggregate, {}, NOW);
    assert.deepEqual(first.news, [
      { id: 'dependency_hell_tourist', kind: 'unlock', from_tier: null, to_tier: null, at: NOW },
    ]);
    assert.deepEqual(detectUnlocks(aggregate, first.records, NOW).news, []);
  });

  it('leaves records that an evaluation keeps unlocked after the history is gone', () => {
    const { records } = detectUnlocks({ session_count: 600 }, {}, NOW);
    const kept = evaluate({}, { unlocks: records }).find((badge) => badge.id === 'marathon_operator');
    assert.equal(kept?.tier, 'Gold');
  });
});
