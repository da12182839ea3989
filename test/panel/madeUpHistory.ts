import { UnlockHistory } from '../../src/archive/unlocks/history.ts';
import type { Achievement, Contribution } from '../../src/badges/achievement.ts';
import { TIER_NAMES } from '../../src/badges/achievement.ts';
import { CATALOGUE, type CatalogueBadge } from '../../src/badges/catalogue/catalogue.ts';
import { evaluate } from '../../src/badges/evaluate.ts';
import { countStates } from '../../src/badges/summary.ts';
import type { UnlockRecord } from '../../src/badges/unlocks/record.ts';
import type { Snapshot } from '../../src/files/shared/snapshot.ts';
import type { Aggregate } from '../../src/metrics/session/stats.ts';

/** A made-up moment that everything is dated from: 17 June 2026, 16:20 UTC. */
export const NOW = 1_781_713_200;

const TITLES = [
  'Migrate the billing service to the new queue',
  'Why does the nightly build fail only on Fridays?',
  'Refactor the settings page into components',
  'A <b>bold</b> title with [a link](command:evil) and \u202ereversed\u202c text',
  'Docker compose keeps restarting the database container, find out why and write a runbook for the on-call team',
];

export interface MadeUpHistory {
  readonly snapshot: Snapshot;
  readonly history: UnlockHistory;
}

/** A history in which every state and tier occurs, with secrets left, and badges kept from earlier. */
export function madeUpHistory(): MadeUpHistory {
  const aggregate = madeUpAggregate();
  const history = new UnlockHistory(madeUpSteps(aggregate));
  const unlocks: Record<string, UnlockRecord> = Object.fromEntries(history.records());
  const achievements = evaluate(aggregate, { unlocks, contributions: { top: contributors } });
  return { history, snapshot: snapshotOf(achievements, aggregate) };
}

/** The same home before anything was counted. */
export function emptySnapshot(): Snapshot {
  return { ...snapshotOf(evaluate({}), {}), generated_at: 0, is_stale: true };
}

export function snapshotOf(achievements: Achievement[], aggregate: Partial<Aggregate>): Snapshot {
  return {
    achievements,
    sessions: [],
    aggregate: aggregate as Aggregate,
    days: [],
    ...countStates(achievements),
    error: null,
    generated_at: Date.now() / 1000 - 200,
    is_stale: false,
    scan_meta: {
      mode: 'incremental',
      sessions_total: 1284,
      sessions_rescanned: 3,
      sessions_reused: 1281,
      sessions_scanned_so_far: 1284,
      sessions_expected_total: 1284,
      messages_scanned: 902,
      duration_ms: 31,
      scan_id: 'made-up',
      error: null,
    },
  };
}

/** Badge by badge another rank, in turn: none, a part of Copper, each tier, complete. */
function madeUpAggregate(): Partial<Aggregate> {
  const aggregate: Partial<Aggregate> = {};
  CATALOGUE.forEach((badge, index) => {
    const share = ((index * 37) % 83) / 83;
    if (badge.kind === 'multi_condition') {
      badge.requirements.forEach(({ metric, gte }, part) => {
        aggregate[metric] ??= Math.round(gte * (index % 2 ? 1.2 : share + part * 0.25));
      });
      return;
    }
    const rank = badge.secret && index % 3 !== 0 ? 0 : 1 + ((index * 7 + 2) % 6);
    if (rank === 0) return;
    const [below, above] = [badge.tiers[rank - 2] ?? 0, badge.tiers[rank - 1] ?? badge.tiers[4] * 1.3];
    aggregate[badge.metric] ??= Math.max(1, Math.round(below + (above - below) * share));
  });
  return aggregate;
}

/** Unlocked on a few days of the last year, raised later; some once stood higher than today's figures say. */
function madeUpSteps(aggregate: Partial<Aggregate>): ConstructorParameters<typeof UnlockHistory>[0] {
  return evaluate(aggregate).flatMap(({ id, tier, unlocked }, index) => {
    if (!unlocked) return [];
    const rank = tier === null ? -1 : TIER_NAMES.indexOf(tier);
    const at = NOW - 86_400 * (200 - 9 * (index % 9)) - 60 * index;
    const step = { id, at, day: null, evidence: null, announced: true };
    if (rank < 1) return [{ ...step, tier: rank === 0 && index % 5 === 2 ? ('Silver' as const) : tier }];
    const raisedAt = NOW - 86_400 * (index % 5) * 11 - 3600 * (index % 7) - 600;
    return [
      { ...step, tier: TIER_NAMES[rank - 1]! },
      { ...step, tier, at: raisedAt },
    ];
  });
}

function contributors(metric: string): Contribution[] {
  return TITLES.map((title, index) => ({
    session_id: `session-${metric}-${index}`,
    title,
    value: Math.round(900 / (index + 1)) + (metric.length % 7),
    // Of one the beginning is unknown.
    ...(index === 3 ? {} : { started_at: NOW - 86_400 * (index * 40 + 3) }),
  }));
}

/** The badges that are secret in a snapshot, as the catalogue knows them. */
export function sealedBadges({ achievements }: Snapshot): CatalogueBadge[] {
  const secret = new Set(achievements.filter(({ state }) => state === 'secret').map(({ id }) => id));
  return CATALOGUE.filter(({ id }) => secret.has(id));
}
