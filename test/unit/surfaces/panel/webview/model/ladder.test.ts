import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../../../../src/badges/evaluate.ts';
import type { UnlockNews } from '../../../../../../src/badges/unlocks/detect.ts';
import { ladder } from '../../../../../../src/surfaces/panel/webview/model/ladder.ts';

const gold = evaluate({ max_tool_calls_in_session: 1300 })[0]!;
const step = (to_tier: UnlockNews['to_tier'], at: number, id = gold.id): UnlockNews => ({
  id,
  kind: 'unlock',
  from_tier: null,
  to_tier,
  at,
});

describe('the ladder of a badge', () => {
  it('has all tiers with their thresholds, lowest first', () => {
    assert.deepEqual(
      ladder(gold, []).map(({ tier, threshold }) => [tier, threshold]),
      [
        ['Copper', 200],
        ['Silver', 500],
        ['Gold', 1200],
        ['Diamond', 3000],
        ['Olympian', 8000],
      ],
    );
  });

  it('tells which are reached', () => {
    assert.deepEqual(
      ladder(gold, []).map(({ reached }) => reached),
      [true, true, true, false, false],
    );
  });

  it('tells when, and for a tier that was passed on the way, when the higher one was', () => {
    const rungs = ladder(gold, [step('Silver', 10), step('Gold', 20), step('Copper', 5, 'another')]);
    assert.deepEqual(
      rungs.map(({ noticed }) => noticed),
      [10, 10, 20, null, null],
    );
  });

  it('tells the day on which a tier was really reached, where the history tells it', () => {
    const reached = [
      { tier: 'Copper', day: '2026-01-05' },
      { tier: 'Silver', day: '2026-03-03' },
    ] as const;
    const rungs = ladder({ ...gold, reached: [...reached] }, [step('Gold', 20)]);
    assert.deepEqual(
      rungs.map(({ day, noticed }) => [day, noticed]),
      [
        ['2026-01-05', 20],
        ['2026-03-03', 20],
        [null, 20],
        [null, null],
        [null, null],
      ],
    );
  });

  it('has no rungs for a badge without tiers', () => {
    const feat = evaluate({}).find(({ kind }) => kind === 'multi_condition')!;
    assert.deepEqual(ladder(feat, []), []);
  });
});
