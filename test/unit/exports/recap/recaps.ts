import type { Recap } from '../../../../src/recap/recap.ts';
import { figures } from '../../../support/usage/figures.ts';

/** A week of work, nothing special in it. */
export function aWeek(changes: Partial<Recap> = {}): Recap {
  return {
    period: { kind: 'week', since: '2026-11-16', until: '2026-11-22' },
    before: { since: '2026-11-09', until: '2026-11-15' },
    totals: { sessions: 12, messages: 1200, tool_calls: 600, active_days: 5 },
    totals_before: { sessions: 16, messages: 1000, tool_calls: 600, active_days: 0 },
    days: [
      { day: '2026-11-16', sessions: 8, messages: 700, tool_calls: 360 },
      { day: '2026-11-18', sessions: 4, messages: 500, tool_calls: 240 },
    ],
    usage: figures({ input: 1_200_000, output: 34_567, cost: { actual: 120.4, estimated: 0.3 } }),
    usage_before: figures({ input: 1_000_000 }),
    unlocks: [
      {
        id: 'full_send',
        name: 'Full Send',
        icon: 'flame',
        kind: 'unlock',
        from_tier: null,
        to_tier: null,
        day: '2026-11-16',
      },
      {
        id: 'terminal_goblin',
        name: 'Terminal Goblin',
        icon: 'flame',
        kind: 'tier_up',
        from_tier: 'Copper',
        to_tier: 'Gold',
        day: '2026-11-20',
      },
    ],
    tools: [
      { name: 'terminal', sessions: 9 },
      { name: 'read_file', sessions: 4 },
    ],
    models: [{ name: 'gpt-5.1', messages: 1200 }],
    folders: [{ name: '/home/dev/secret-plan', messages: 800 }],
    longest_streak: 3,
    busiest_day: { day: '2026-11-18', sessions: 4, messages: 500, tool_calls: 240 },
    longest_session: {
      id: '20261118_090000_abc123',
      title: 'Sell the company',
      started_at: 1_795_000_000,
      messages: 321,
      tool_calls: 99,
      deleted: false,
    },
    history: { first_day: '2025-01-01', last_day: '2026-11-26' },
    undated_sessions: 0,
    ...changes,
  };
}

/** A week in which nothing happened. */
export function anEmptyWeek(): Recap {
  const totals = { sessions: 0, messages: 0, tool_calls: 0, active_days: 0 };
  return aWeek({
    totals,
    totals_before: totals,
    days: [],
    usage: figures(),
    usage_before: figures(),
    unlocks: [],
    tools: [],
    models: [],
    folders: [],
    longest_streak: 0,
    busiest_day: null,
    longest_session: null,
  });
}
