import type { Achievement, Contribution } from '../../../src/badges/achievement.ts';
import { evaluate } from '../../../src/badges/evaluate.ts';
import { countStates } from '../../../src/badges/summary.ts';
import type { Snapshot } from '../../../src/files/shared/snapshot.ts';

/** 2026-11-21T04:36:07Z */
export const SCANNED_AT = 1_795_235_767;
export const UNLOCKED_AT = Date.UTC(2026, 9, 3, 23, 59) / 1000;

export const SESSION: Contribution = { session_id: 's-1', title: 'Refactor the parser', value: 612 };

const FIGURES = {
  max_tool_calls_in_session: 612,
  total_tool_calls: 60_000,
  git_events: 64,
  total_delegate_calls: 3,
};

/**
 * A small history: Let Him Cook at Silver, Autonomous Avalanche at the highest tier, Ship First unlocked without
 * tiers, the rest locked, all but one of the secret badges still secret.
 * @param session the session that stands behind every figure
 */
export function smallSnapshot(session: Contribution = SESSION): Snapshot {
  const evaluated = evaluate({ ...FIGURES, rollback_events: 1 }, { contributions: { top: () => [session] } });
  return snapshotOf(
    evaluated.map((badge) => (badge.unlocked ? { ...badge, unlocked_at: UNLOCKED_AT } : badge)),
  );
}

export function emptySnapshot(): Snapshot {
  return { ...snapshotOf(evaluate({})), generated_at: 0 };
}

export function snapshotOf(achievements: Achievement[]): Snapshot {
  return {
    achievements,
    sessions: [],
    // No export reads the aggregate.
    aggregate: {} as Snapshot['aggregate'],
    days: [],
    ...countStates(achievements),
    error: null,
    generated_at: SCANNED_AT,
    is_stale: false,
    scan_meta: {
      mode: 'full',
      sessions_total: 8564,
      sessions_rescanned: 8564,
      sessions_reused: 0,
      sessions_scanned_so_far: 8564,
      sessions_expected_total: 8564,
      messages_scanned: 1_000_000,
      duration_ms: 4000,
      scan_id: 'scan-1',
      error: null,
      history_mode: 'lifetime',
    },
  };
}
