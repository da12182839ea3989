import * as v from 'valibot';
import { type Achievement, CATEGORIES, TIER_NAMES } from '../../badges/achievement.ts';
import type { ScanMeta, Snapshot } from './snapshot.ts';

const Count = v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 0);
const TextOrNull = v.fallback(v.nullable(v.string()), null);
const Tier = v.picklist(TIER_NAMES);
const Figure = v.pipe(v.number(), v.finite());

const Contribution = v.object({
  session_id: v.string(),
  title: v.string(),
  value: Figure,
  started_at: v.exactOptional(Figure),
});
const Contributors = v.array(Contribution);
/** Which metrics exist is the catalogue's business; here a metric is a name. */
const Metric = v.custom<NonNullable<Achievement['threshold_metric']>>((value) => typeof value === 'string');

const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));

/** One badge of a snapshot that we wrote ourselves. */
export const AchievementSchema = v.object({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  category: v.picklist(CATEGORIES),
  kind: v.picklist(['best_session', 'lifetime', 'multi_condition']),
  icon: v.string(),
  secret: v.exactOptional(v.boolean()),
  threshold_metric: v.exactOptional(Metric),
  tiers: v.exactOptional(v.array(v.object({ name: Tier, threshold: Figure }))),
  requirements: v.exactOptional(
    v.array(v.object({ metric: Metric, gte: Figure, value: Figure, contributors: Contributors })),
  ),
  unlocked: v.boolean(),
  discovered: v.boolean(),
  state: v.picklist(['unlocked', 'discovered', 'secret']),
  tier: v.nullable(Tier),
  progress: Figure,
  next_tier: v.nullable(Tier),
  next_threshold: v.nullable(Figure),
  progress_pct: v.pipe(Figure, v.minValue(0), v.maxValue(100)),
  criteria: v.string(),
  /** Absent from what 0.1.0 wrote. */
  reached: v.exactOptional(v.array(v.object({ tier: v.nullable(Tier), day: Day })), []),
  pace: v.exactOptional(v.object({ a_day: Figure, days: Figure })),
  unlocked_at: v.exactOptional(Figure),
  evidence: v.exactOptional(v.nullable(Contribution)),
  contributors: v.exactOptional(Contributors),
  kept: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, Achievement>;

/** Metadata, whatever of it is there: give it an object. */
export const ScanMetaSchema = v.object({
  mode: v.fallback(v.picklist(['pending', 'in_progress', 'full', 'incremental', 'failed']), 'incremental'),
  sessions_total: Count,
  sessions_rescanned: Count,
  sessions_reused: Count,
  sessions_scanned_so_far: Count,
  sessions_expected_total: Count,
  messages_scanned: Count,
  duration_ms: Count,
  scan_id: v.fallback(v.string(), ''),
  error: TextOrNull,
  history_mode: v.exactOptional(v.fallback(v.picklist(['lifetime', 'dashboard']), 'dashboard')),
  rows_repaired: v.exactOptional(Count),
  sessions_unreadable: v.exactOptional(Count),
  index_damaged: v.exactOptional(v.fallback(v.boolean(), false)),
}) satisfies v.GenericSchema<unknown, ScanMeta>;

/** What happened on one day; what makes no sense is left out. */
export const DaySchema = v.object({
  day: Day,
  sessions: Count,
  messages: Count,
  tool_calls: Count,
}) satisfies v.GenericSchema<unknown, Snapshot['days'][number]>;

/** The outermost layer: what must be there for a file to count as a snapshot at all. */
export const SnapshotEnvelope = v.object({
  achievements: v.array(v.unknown()),
  aggregate: v.record(v.string(), v.unknown()),
  generated_at: v.pipe(v.number(), v.finite(), v.minValue(0)),
  is_stale: v.fallback(v.boolean(), false),
  error: TextOrNull,
  scan_meta: v.optional(v.unknown()),
  days: v.fallback(v.array(v.unknown()), []),
});
