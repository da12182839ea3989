import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timelineOf } from '../../../../src/badges/overTime/timeline.ts';
import { dayOfIso } from '../../../../src/calendar/isoDay.ts';
import type { AggregateMetric } from '../../../../src/metrics/session/stats.ts';

const NOON = (iso: string): number => Date.parse(`${iso}T12:00:00Z`) / 1000;
const step = (id: string, tier: string | null, on: string, day: string | null = null) => ({
  id,
  tier,
  at: NOON(on),
  day: day === null ? null : dayOfIso(day)!,
});
/** Cron calls stood at 1000 on one day and at 3000 on another. */
const firstDayAt = (metric: AggregateMetric, threshold: number) => {
  if (metric !== 'total_cron_calls' || threshold > 3000) return null;
  return dayOfIso(threshold <= 1000 ? '2026-03-01' : '2026-04-02')!;
};

describe('the time line', () => {
  it('has each tier on the day on which it was reached, and says when it was noticed', () => {
    const noticed = [step('cron_necromancer', 'Silver', '2026-11-20')];
    assert.deepEqual(timelineOf(firstDayAt, noticed), [
      {
        id: 'cron_necromancer',
        kind: 'unlock',
        tier: 'Copper',
        day: '2026-03-01',
        kept: false,
        noticed: NOON('2026-11-20'),
      },
      {
        id: 'cron_necromancer',
        kind: 'tier_up',
        tier: 'Silver',
        day: '2026-04-02',
        kept: false,
        noticed: NOON('2026-11-20'),
      },
    ]);
  });

  it('marks as kept what only was noticed, on the day that was known then or that of the notice', () => {
    const noticed = [
      step('cron_necromancer', 'Gold', '2026-10-05', '2026-09-30'),
      step('cron_necromancer', 'Copper', '2025-01-05'),
      step('full_send', null, '2025-02-03'),
    ];
    assert.deepEqual(
      timelineOf(firstDayAt, noticed).map(({ id, kind, tier, day, kept }) => [id, kind, tier, day, kept]),
      [
        ['full_send', 'unlock', null, '2025-02-03', true],
        ['cron_necromancer', 'unlock', 'Copper', '2026-03-01', false],
        ['cron_necromancer', 'tier_up', 'Silver', '2026-04-02', false],
        ['cron_necromancer', 'tier_up', 'Gold', '2026-09-30', true],
      ],
    );
  });

  it('has what was noticed where nothing dates the figures, each tier that was the best by then', () => {
    const noticed = [
      step('patch_wizard', 'Silver', '2026-02-01'),
      step('patch_wizard', 'Copper', '2026-03-01'),
      step('patch_wizard', 'Gold', '2026-04-01'),
    ];
    assert.deepEqual(
      timelineOf(undefined, noticed).map(({ kind, tier, day, kept }) => [kind, tier, day, kept]),
      [
        ['unlock', 'Silver', '2026-02-01', true],
        ['tier_up', 'Gold', '2026-04-01', true],
      ],
    );
  });

  it('passes over badges of other versions', () => {
    assert.deepEqual(timelineOf(firstDayAt, [step('not_ours', 'Gold', '2026-01-01')]).length, 2);
  });
});
