import * as v from 'valibot';
import type { Achievement } from '../../badges/achievement.ts';
import { evaluate } from '../../badges/evaluate.ts';
import { redactSecret } from '../../badges/secrets/redact.ts';
import { countStates } from '../../badges/summary.ts';
import type { UnlockRecords } from '../../badges/unlocks/record.ts';
import type { Aggregate, AggregateMetric } from '../../metrics/session/stats.ts';
import { AGGREGATE } from '../../metrics/vocabulary.ts';
import type { DataDirectory } from '../dataDirectory.ts';
import { isObject, parseJson, printJson } from '../system/jsonText.ts';
import { type Patience, readSettled } from './settledFile.ts';
import type { Snapshot } from './snapshot.ts';
import { AchievementSchema, DaySchema, ScanMetaSchema, SnapshotEnvelope } from './snapshotSchema.ts';
import { StateEntry } from './unlockEntry.ts';

/** What surfaces show without a scan; shared with the dashboard. */
export const SNAPSHOT_FILE = 'scan_snapshot.json';

const AGGREGATE_METRICS: readonly AggregateMetric[] = [
  'session_count',
  'distinct_model_count',
  'distinct_provider_count',
  'local_model_chat_sessions',
  'weekend_sessions',
  'night_sessions',
  ...(Object.keys(AGGREGATE.max) as (keyof typeof AGGREGATE.max)[]),
  ...(Object.keys(AGGREGATE.sum) as (keyof typeof AGGREGATE.sum)[]),
  ...AGGREGATE.sumUnderOwnName,
];
/** Surfaces wait for this file, so a half-written one is not waited for long. */
const PATIENCE: Patience = { quietMs: 200, limitMs: 2000 };

/**
 * Reads the snapshot, ours or the dashboard's, which may be large.
 * @returns undefined when there is none, or none that makes sense
 * @throws Node's error when the file exists but cannot be read
 */
export async function readSnapshot(directory: DataDirectory): Promise<Snapshot | undefined> {
  const path = await directory.find(SNAPSHOT_FILE);
  const found = await readSettled(path, parseSnapshot, { fs: directory.fs, patience: PATIENCE });
  return found.kind === 'read' ? found.value : undefined;
}

/** @throws WriteFailed */
export async function writeSnapshot(directory: DataDirectory, snapshot: Snapshot): Promise<void> {
  await directory.write(SNAPSHOT_FILE, `${printJson({ ...snapshot, sessions: [] })}\n`);
}

/** @throws when the text is no snapshot at all */
export function parseSnapshot(bytes: Buffer): Snapshot {
  const envelope = v.parse(SnapshotEnvelope, parseJson(bytes));
  const scan_meta = v.parse(ScanMetaSchema, isObject(envelope.scan_meta) ? envelope.scan_meta : {});
  const aggregate = aggregateFrom(envelope.aggregate);
  // The dashboard names no history mode. Its words and icons are not ours, so its badges are evaluated anew.
  const achievements =
    scan_meta.history_mode === undefined
      ? evaluate(aggregate, { unlocks: unlocksIn(envelope.achievements) })
      : ourAchievements(envelope.achievements, aggregate);
  return {
    achievements,
    sessions: [],
    aggregate,
    days: envelope.days
      .flatMap((day) => v.safeParse(DaySchema, day))
      .flatMap((day) => (day.success ? [day.output] : [])),
    ...countStates(achievements),
    error: envelope.error,
    generated_at: envelope.generated_at,
    is_stale: envelope.is_stale,
    scan_meta,
  };
}

function aggregateFrom(stored: Record<string, unknown>): Aggregate {
  const figures = AGGREGATE_METRICS.map((metric) => [metric, figure(stored[metric])] as const);
  return Object.fromEntries(figures) as Aggregate;
}

function figure(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.trunc(value) : 0;
}

/**
 * In the catalogue's order; a badge that the file lacks, or has in a shape that makes no sense, is evaluated anew. Words
 * are never taken from the file: they are shown where Markdown counts, and anyone may have written it.
 */
function ourAchievements(stored: readonly unknown[], aggregate: Aggregate): Achievement[] {
  const valid = new Map<string, Achievement>();
  for (const raw of stored) {
    const { success, output } = v.safeParse(AchievementSchema, raw);
    if (success) valid.set(output.id, output.state === 'secret' ? redactSecret(output) : output);
  }
  return evaluate(aggregate, { unlocks: unlocksIn(stored) }).map((fresh) => {
    const known = valid.get(fresh.id);
    return known?.state === fresh.state ? { ...known, ...wordsOf(fresh) } : fresh;
  });
}

function wordsOf({ name, description, criteria, category, kind, icon }: Achievement) {
  return { name, description, criteria, category, kind, icon };
}

function unlocksIn(achievements: readonly unknown[]): UnlockRecords {
  const records = achievements.flatMap((raw) => {
    if (!isObject(raw) || raw['unlocked'] !== true || typeof raw['id'] !== 'string') return [];
    const entry = v.safeParse(StateEntry, { ...raw, first_tier: raw['tier'] });
    return entry.success ? [[raw['id'], entry.output] as const] : [];
  });
  return Object.fromEntries(records);
}
