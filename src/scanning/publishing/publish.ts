import type { Achievement } from '../../badges/achievement.ts';
import { evaluate } from '../../badges/evaluate.ts';
import { growthUntil } from '../../badges/overTime/pace.ts';
import { countStates } from '../../badges/summary.ts';
import type { UnlockRecords } from '../../badges/unlocks/record.ts';
import { isoOfDay } from '../../calendar/isoDay.ts';
import { localDayOf } from '../../calendar/localDay.ts';
import type { Day, ScanMeta, Snapshot } from '../../files/shared/snapshot.ts';
import type { HistoryMode } from '../../hermes/historyMode.ts';
import type { Aggregate } from '../../metrics/session/stats.ts';
import { aggregateOf } from '../../metrics/sums/aggregate.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** What a snapshot is made of. */
export interface Publication {
  readonly ledger: Ledger;
  /** Absent for a partial snapshot: it records no unlock and shows no unlock times. */
  readonly unlocks?: UnlockRecords;
  readonly meta: ScanMeta;
  /** Epoch seconds. */
  readonly generatedAt: number;
}

export function publish({ ledger, unlocks, meta, generatedAt }: Publication): Snapshot {
  const aggregate = ledger.figures();
  const { contributions, firstDayAt, overTime } = ledger;
  const achievements = evaluate(aggregate, {
    contributions,
    ...(unlocks ? { unlocks } : {}),
    // Of a part of the history nothing can be told.
    ...(unlocks && overTime ? { growth: growthUntil(localDayOf(generatedAt), overTime) } : {}),
    ...(firstDayAt ? { firstDayAt } : {}),
  });
  const days = ledger.days().map(({ day, ...activity }) => ({ day: isoOfDay(day), ...activity }));
  return snapshotOf(achievements, aggregate, days, meta, generatedAt);
}

/** What is shown before anything was ever scanned: every badge at zero, secrets hidden. */
export function pendingSnapshot(historyMode: HistoryMode): Snapshot {
  const aggregate = aggregateOf([]);
  const meta: ScanMeta = { ...emptyMeta(''), mode: 'pending', history_mode: historyMode };
  return { ...snapshotOf(evaluate(aggregate), aggregate, [], meta, 0), is_stale: true };
}

/** Scan metadata of a scan that has done nothing yet. */
export function emptyMeta(scanId: string): ScanMeta {
  return {
    mode: 'in_progress',
    sessions_total: 0,
    sessions_rescanned: 0,
    sessions_reused: 0,
    sessions_scanned_so_far: 0,
    sessions_expected_total: 0,
    messages_scanned: 0,
    duration_ms: 0,
    scan_id: scanId,
    error: null,
  };
}

function snapshotOf(
  achievements: Achievement[],
  aggregate: Aggregate,
  days: Day[],
  scan_meta: ScanMeta,
  generated_at: number,
): Snapshot {
  return {
    achievements,
    sessions: [],
    aggregate,
    days,
    ...countStates(achievements),
    error: null,
    generated_at,
    is_stale: false,
    scan_meta,
  };
}
