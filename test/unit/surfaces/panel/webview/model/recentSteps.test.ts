import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../../../../src/badges/evaluate.ts';
import type { UnlockNews } from '../../../../../../src/badges/unlocks/detect.ts';
import { recentSteps } from '../../../../../../src/surfaces/panel/webview/model/recentSteps.ts';

const [one, two] = evaluate({});
const news = (id: string, at: number): UnlockNews => ({
  id,
  kind: 'unlock',
  from_tier: null,
  to_tier: 'Copper',
  at,
});

describe('what was reached last', () => {
  it('goes by the real days, whenever it was noticed', () => {
    const badges = [
      {
        ...one!,
        reached: [
          { tier: 'Copper' as const, day: '2026-01-05' },
          { tier: 'Silver' as const, day: '2026-03-03' },
        ],
      },
      { ...two!, reached: [{ tier: 'Copper' as const, day: '2026-02-01' }] },
    ];
    const steps = recentSteps(badges, [news(one!.id, 9), news(two!.id, 9)], 2);
    assert.deepEqual(
      steps.map(({ badge, tier, from, when }) => [badge.id, tier, from, when]),
      [
        [one!.id, 'Silver', 'Copper', { day: '2026-03-03' }],
        [two!.id, 'Copper', null, { day: '2026-02-01' }],
      ],
    );
  });

  it('names the best of several tiers of one day, and the one that was held before that day', () => {
    const reached = (['Copper', 'Silver', 'Gold'] as const).map((tier, index) => ({
      tier,
      day: index === 0 ? '2026-01-01' : '2026-02-02',
    }));
    const [step] = recentSteps([{ ...one!, reached }], [], 4);
    assert.deepEqual([step!.tier, step!.from], ['Gold', 'Copper']);
  });

  it('goes by what was noticed after the first scan where no history tells days', () => {
    const steps = recentSteps([one!, two!], [news(one!.id, 1), news(two!.id, 5)], 4);
    assert.deepEqual(
      steps.map(({ badge, when }) => [badge.id, when]),
      [[two!.id, { noticed: 5 }]],
    );
  });
});
