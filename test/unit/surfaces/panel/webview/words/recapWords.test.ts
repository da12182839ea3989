import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Recap } from '../../../../../../src/recap/recap.ts';
import {
  isEmptyRecap,
  recapFacts,
  recapFigures,
  recapStep,
  recapTitle,
  recapTops,
} from '../../../../../../src/surfaces/panel/webview/words/recapWords.ts';
import type { UsageFigures } from '../../../../../../src/usage/sums.ts';
import { figures } from '../../../../../support/usage/figures.ts';

const RECAP: Recap = {
  period: { kind: 'week', since: '2026-11-16', until: '2026-11-22' },
  before: { since: '2026-11-09', until: '2026-11-15' },
  totals: { sessions: 12, messages: 1284, tool_calls: 900, active_days: 5 },
  totals_before: { sessions: 10, messages: 1284, tool_calls: 1200, active_days: 0 },
  days: [{ day: '2026-11-18', sessions: 12, messages: 1284, tool_calls: 900 }],
  usage: figures(),
  usage_before: figures(),
  unlocks: [
    {
      id: 'a',
      name: 'Let Him Cook',
      icon: 'flame',
      kind: 'tier_up',
      from_tier: 'Silver',
      to_tier: 'Gold',
      day: '2026-11-18',
    },
    {
      id: 'b',
      name: 'Hell Tourist',
      icon: 'skull',
      kind: 'unlock',
      from_tier: null,
      to_tier: null,
      day: '2026-11-20',
    },
  ],
  tools: [{ name: 'terminal', sessions: 9 }],
  models: [{ name: 'hermes-4', messages: 1 }],
  folders: [],
  longest_streak: 5,
  busiest_day: { day: '2026-11-18', sessions: 3, messages: 400, tool_calls: 1 },
  longest_session: { id: 's', title: '', started_at: 1, messages: 200, tool_calls: 0, deleted: false },
  history: { first_day: '2025-01-01', last_day: '2026-11-22' },
  undated_sessions: 0,
};
const of = (kind: Recap['period']['kind'], since: string, until: string): Recap => ({
  ...RECAP,
  period: { kind, since, until },
});

describe('the words of a recap in the panel', () => {
  it('name the week, the month, the year or the days', () => {
    assert.match(recapTitle(RECAP), /^The week of November 16\s–\s22, 2026$/);
    assert.equal(recapTitle(of('month', '2026-10-01', '2026-10-31')), 'October 2026');
    assert.equal(recapTitle(of('year', '2025-01-01', '2025-12-31')), 'The year 2025');
    assert.match(recapTitle(of('range', '2026-03-01', '2026-04-02')), /^March 1\s–\sApril 2, 2026$/);
  });

  it('hold each figure against the time before', () => {
    assert.deepEqual(
      recapFigures(RECAP).map(({ value, before }) => [value, before]),
      [
        ['12', '10 before, +20%'],
        ['1,284', '1,284 before, ±0%'],
        ['900', '1,200 before, -25%'],
        ['5', 'none before'],
      ],
    );
  });

  it('tell tokens and dollars where there are any, and never what is not known as nothing', () => {
    const used = (usage: UsageFigures, usage_before: UsageFigures) =>
      recapFigures({ ...RECAP, usage, usage_before })
        .slice(4)
        .map(({ label, value, before }) => [label, value, before]);
    const spent = { actual: 1, estimated: 0.5 };
    assert.deepEqual(
      used(figures({ input: 2_000_000, cost: spent }), figures({ input: 1_000_000, cost: { actual: 3 } })),
      [
        ['Tokens', '2M', '1M before, +100%'],
        ['Dollars', '~$1.50', '~$3.00 before, -50%'],
      ],
    );
    assert.deepEqual(used(figures({ input: 5 }), figures()), [['Tokens', '5', 'none before']]);
    assert.deepEqual(used(figures({ input: 5, cost: { actual: 0 } }), figures({ input: 5 })), [
      ['Tokens', '5', '5 before, ±0%'],
      ['Dollars', '$0.00', 'not known before'],
    ]);
  });

  it('say what became of a badge', () => {
    assert.deepEqual(
      RECAP.unlocks.map(recapStep).map(({ words }) => words),
      ['Silver → Gold', 'Feat'],
    );
  });

  it('name what was used most, where anything was', () => {
    assert.deepEqual(recapTops(RECAP), [
      { label: 'Top tools', paths: false, rows: [{ name: 'terminal', value: '9 sessions' }] },
      { label: 'Top models', paths: false, rows: [{ name: 'hermes-4', value: '1 message' }] },
    ]);
  });

  it('tell what was longest and what was most, and nothing of an idle time', () => {
    assert.deepEqual(recapFacts(RECAP)[0], 'Longest streak: 5 days');
    assert.match(recapFacts(RECAP)[2]!, /^Longest session: Untitled session, 200 messages$/);
    const nothing = { sessions: 0, messages: 0, tool_calls: 0, active_days: 0 };
    const idle = { ...RECAP, totals: nothing, unlocks: [], busiest_day: null, longest_session: null };
    assert.deepEqual([recapFacts(idle), isEmptyRecap(idle), isEmptyRecap(RECAP)], [[], true, false]);
  });
});
