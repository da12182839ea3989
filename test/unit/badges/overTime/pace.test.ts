import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MultiConditionBadge, TieredBadge } from '../../../../src/badges/catalogue/badge.ts';
import { type GrowthADay, growthUntil, paceOf } from '../../../../src/badges/overTime/pace.ts';
import { standingOf } from '../../../../src/badges/standing.ts';
import type { DayRange } from '../../../../src/calendar/range.ts';
import type { Aggregate, AggregateMetric } from '../../../../src/metrics/session/stats.ts';

const TERMINAL: TieredBadge = {
  id: 'shell',
  name: 'Shell',
  category: 'Tool Mastery',
  kind: 'lifetime',
  icon: 'terminal',
  metric: 'total_terminal_calls',
  tiers: [100, 300, 800, 2400, 6000],
};
const BOTH: MultiConditionBadge = {
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

const pace = (badge: TieredBadge | MultiConditionBadge, figures: Partial<Aggregate>, growth: GrowthADay) =>
  paceOf(badge, standingOf(badge, figures), (metric) => figures[metric] ?? 0, growth);

describe('the pace of a badge', () => {
  it('says how many days the next tier takes at what the figure grew a day', () => {
    assert.deepEqual(
      pace(TERMINAL, { total_terminal_calls: 250 }, () => 4),
      { a_day: 4, days: 13 },
    );
    assert.deepEqual(
      pace(TERMINAL, { total_terminal_calls: 299 }, () => 4),
      { a_day: 4, days: 1 },
    );
  });

  it('says nothing above a year, without growth, and where nothing is left to reach', () => {
    assert.equal(
      pace(TERMINAL, { total_terminal_calls: 2400 }, () => 3600 / 366),
      undefined,
    );
    assert.deepEqual(pace(TERMINAL, { total_terminal_calls: 2400 }, () => 3600 / 365)?.days, 365);
    assert.equal(
      pace(TERMINAL, { total_terminal_calls: 250 }, () => 0),
      undefined,
    );
    assert.equal(
      pace(TERMINAL, { total_terminal_calls: 250 }, () => null),
      undefined,
    );
    assert.equal(
      pace(TERMINAL, { total_terminal_calls: 6000 }, () => 4),
      undefined,
    );
  });

  it('is that of the slowest of several conditions that are not met', () => {
    const growth = (metric: AggregateMetric) => (metric === 'git_events' ? 1 : 100);
    assert.deepEqual(pace(BOTH, { git_events: 40, total_errors: 3000 }, growth), { a_day: 1, days: 10 });
    assert.deepEqual(pace(BOTH, { git_events: 50, total_errors: 3000 }, growth), { a_day: 100, days: 10 });
    assert.equal(pace(BOTH, { git_events: 50, total_errors: 4000 }, growth), undefined);
    const oneUnknown = (metric: AggregateMetric) => (metric === 'git_events' ? null : 100);
    assert.equal(pace(BOTH, { git_events: 40, total_errors: 3000 }, oneUnknown), undefined);
  });
});

describe('the growth of a figure', () => {
  const figures = (firstDay: number | null) => ({
    firstDay,
    gained: (metric: AggregateMetric, { since, until }: DayRange): number | null =>
      metric.startsWith('max_') ? null : until - since + 1 === 30 ? 60 + until : -1,
  });

  it('is the average of the last thirty days, whether there was work on them or not', () => {
    assert.equal(growthUntil(1000, figures(500))('total_errors'), 1060 / 30);
  });

  it('is told from seven days of history on, and never of a maximum', () => {
    assert.equal(growthUntil(1000, figures(994))('total_errors'), 1060 / 30);
    assert.equal(growthUntil(1000, figures(995))('total_errors'), null);
    assert.equal(growthUntil(1000, figures(null))('total_errors'), null);
    assert.equal(growthUntil(1000, figures(500))('max_messages_in_session'), null);
  });
});
