import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { curveOf } from '../../../../src/badges/overTime/curve.ts';
import { dayOfIso, isoOfDay } from '../../../../src/calendar/isoDay.ts';
import type { AggregateMetric } from '../../../../src/metrics/session/stats.ts';

const FIRST = dayOfIso('2023-01-01')!;

/** Figures that on the n-th day stand at what is told. */
function figures(days: number, told: Partial<Record<AggregateMetric, (n: number) => number>>) {
  const changes = (metric: AggregateMetric) =>
    Array.from({ length: days }, (_, n) => ({ day: FIRST + n, value: told[metric]?.(n) ?? 0 })).filter(
      ({ value }, n, all) => value !== (all[n - 1]?.value ?? 0),
    );
  return {
    changes,
    firstDayAt: (metric: AggregateMetric, threshold: number) =>
      changes(metric).find(({ value }) => value >= threshold)?.day ?? null,
  };
}

describe('the curve of a badge', () => {
  it('has its figure on each day on which it changed, and the days of its tiers', () => {
    const curve = curveOf('patch_wizard', figures(10, { total_patch_calls: (n) => Math.floor(n / 3) * 300 }));
    assert.deepEqual(curve?.points, [
      { day: '2023-01-04', value: 300 },
      { day: '2023-01-07', value: 600 },
      { day: '2023-01-10', value: 900 },
    ]);
    assert.deepEqual(
      curve?.tiers.map(({ tier, threshold, day }) => [tier, threshold, day]),
      [
        ['Copper', 250, '2023-01-04'],
        ['Silver', 750, '2023-01-10'],
        ['Gold', 2000, null],
        ['Diamond', 6000, null],
        ['Olympian', 15000, null],
      ],
    );
  });

  it('is thinned in a long history, but keeps its ends and the days on which tiers were reached', () => {
    const long = figures(3650, { total_patch_calls: (n) => (n + 1) * 7 });
    const curve = curveOf('patch_wizard', long)!;
    assert.ok(curve.points.length > 200 && curve.points.length <= 250, String(curve.points.length));
    assert.deepEqual(curve.points[0], { day: '2023-01-01', value: 7 });
    assert.deepEqual(curve.points.at(-1), { day: isoOfDay(FIRST + 3649), value: 3650 * 7 });
    for (const { threshold, day } of curve.tiers)
      assert.equal(curve.points.find(({ value }) => value >= threshold)?.day, day);
  });

  it('is the percentage for a badge of several conditions, which are all met at 100', () => {
    const curve = curveOf(
      'dependency_hell_tourist',
      figures(6, { install_error_events: (n) => n * 10, install_success_events: (n) => (n < 4 ? 0 : 10) }),
    )!;
    assert.deepEqual(
      curve.points.map(({ value }) => value),
      [20, 40, 50, 100],
    );
    assert.deepEqual(curve.tiers, [{ tier: null, threshold: 100, day: '2023-01-05' }]);
  });

  it('is not told of a badge that is still secret, nor of one that is unknown', () => {
    assert.equal(curveOf('docker_name_collision', figures(5, {})), null);
    assert.notEqual(curveOf('docker_name_collision', figures(5, { docker_conflict_events: () => 1 })), null);
    assert.equal(curveOf('no_such_badge', figures(5, {})), null);
    assert.deepEqual(curveOf('patch_wizard', figures(5, {}))?.points, []);
  });
});
