/** What the page may ask of the history, and the shape of what it hears; the door is `scanning/questions.ts`. */
import * as v from 'valibot';
import type { DayOfSessions } from '../../../activity/day.ts';
import type { ActivityOfYear } from '../../../activity/year.ts';
import { TIER_NAMES } from '../../../badges/achievement.ts';
import type { BadgeCurve } from '../../../badges/overTime/curve.ts';
import type { TimelineStep } from '../../../badges/overTime/timeline.ts';
import { SPANS } from '../../../calendar/spans.ts';
import type { RecapPeriod } from '../../../recap/period.ts';
import type { Recap } from '../../../recap/recap.ts';
import type { UsageAnswer } from '../../../scanning/ledger/usageAnswer.ts';
import { GROUPINGS } from '../../../usage/groups.ts';
import { LAST_DAYS, type UsagePeriod } from '../../../usage/period.ts';
import type { UsageReport } from '../../../usage/report.ts';
import type { RowName } from '../../../usage/tally.ts';
import { Count, DayName, DayNumber, Id, Key, Line, Moment, Year } from './fields.ts';

/** What was used, as the page shows it: when people worked is told by the page Activity. */
export type UsageShown = Omit<UsageAnswer, 'report'> & {
  readonly report: Omit<UsageReport, 'activity'>;
};

const Tier = v.nullable(v.picklist(TIER_NAMES));
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(100_000), v.readonly());

export const RecapPeriodSchema = v.union([
  v.object({ last: v.picklist(SPANS) }),
  v.object({ range: v.object({ since: DayNumber, until: DayNumber }) }),
]) satisfies v.GenericSchema<unknown, RecapPeriod>;

export const UsagePeriodSchema = v.union([
  v.object({ last: v.picklist(LAST_DAYS) }),
  v.object({ this: v.literal('month') }),
  v.object({ all: v.literal(true) }),
  v.object({ range: v.object({ since: DayNumber, until: DayNumber }) }),
]) satisfies v.GenericSchema<unknown, UsagePeriod>;

/** A row of a report. */
export const RowNameSchema = v.object({
  by: v.picklist(GROUPINGS),
  key: v.nullable(Key),
}) satisfies v.GenericSchema<unknown, RowName>;

export const PageQuestionSchema = v.variant('kind', [
  v.object({ kind: v.literal('reached') }),
  v.object({ kind: v.literal('curve'), badge: Id }),
  /** This year unless another is named. */
  v.object({ kind: v.literal('activity'), year: v.nullable(Year) }),
  v.object({ kind: v.literal('day'), day: DayNumber }),
  v.object({ kind: v.literal('recap'), period: RecapPeriodSchema }),
  v.object({
    kind: v.literal('usage'),
    period: UsagePeriodSchema,
    by: v.picklist(GROUPINGS),
    of: v.nullable(RowNameSchema),
  }),
]);
export type PageQuestion = v.InferOutput<typeof PageQuestionSchema>;

const TimelineStepSchema = v.object({
  id: Id,
  kind: v.picklist(['unlock', 'tier_up']),
  tier: Tier,
  day: DayName,
  kept: v.boolean(),
  noticed: v.nullable(Moment),
}) satisfies v.GenericSchema<unknown, TimelineStep>;

const CurveSchema = v.object({
  id: Id,
  points: list(v.object({ day: DayName, value: Count })),
  tiers: list(v.object({ tier: Tier, threshold: Count, day: v.nullable(DayName) })),
}) satisfies v.GenericSchema<unknown, BadgeCurve>;

const work = { sessions: Count, messages: Count, tool_calls: Count };
const ActiveDaySchema = v.object({ day: DayName, ...work });
const TotalsSchema = v.object({ ...work, active_days: Count });
const HistorySchema = v.nullable(v.object({ first_day: DayName, last_day: DayName }));
const SessionSchema = v.object({
  id: Id,
  title: Line,
  started_at: v.nullable(Moment),
  messages: Count,
  tool_calls: Count,
  deleted: v.boolean(),
});

const ActivitySchema = v.object({
  year: Year,
  years: list(Year),
  days: list(ActiveDaySchema),
  totals: TotalsSchema,
  current_streak: Count,
  longest_streak: v.nullable(v.object({ days: Count, since: DayName, until: DayName })),
  starts: v.object({
    hours: v.pipe(v.array(Count), v.length(24), v.readonly()),
    weekdays: v.pipe(v.array(Count), v.length(7), v.readonly()),
  }),
  longest_session: v.nullable(SessionSchema),
  busiest_day: v.nullable(ActiveDaySchema),
  history: HistorySchema,
  undated_sessions: Count,
}) satisfies v.GenericSchema<unknown, ActivityOfYear>;

const DaySchema = v.object({
  day: DayName,
  sessions: list(v.object({ ...SessionSchema.entries, began: v.boolean() })),
}) satisfies v.GenericSchema<unknown, DayOfSessions>;

const figures = {
  sessions: Count,
  api_calls: Count,
  input: Count,
  output: Count,
  cache_read: Count,
  cache_write: Count,
  reasoning: Count,
  total: Count,
  cost: v.object({
    actual: v.nullable(Count),
    estimated: v.nullable(Count),
    included_sessions: Count,
    unpriced_sessions: Count,
    unpriced_tokens: Count,
  }),
};
const UsageFiguresSchema = v.object(figures);

const RangeSchema = { since: DayName, until: DayName };
const RecapSchema = v.object({
  period: v.object({ kind: v.picklist([...SPANS, 'range']), ...RangeSchema }),
  before: v.object(RangeSchema),
  totals: TotalsSchema,
  totals_before: TotalsSchema,
  days: list(ActiveDaySchema),
  usage: UsageFiguresSchema,
  usage_before: UsageFiguresSchema,
  unlocks: list(
    v.object({
      id: Id,
      name: Line,
      icon: Line,
      kind: v.picklist(['unlock', 'tier_up']),
      from_tier: Tier,
      to_tier: Tier,
      day: DayName,
    }),
  ),
  tools: list(v.object({ name: Line, sessions: Count })),
  models: list(v.object({ name: Line, messages: Count })),
  folders: list(v.object({ name: Line, messages: Count })),
  longest_streak: Count,
  busiest_day: v.nullable(ActiveDaySchema),
  longest_session: v.nullable(SessionSchema),
  history: HistorySchema,
  undated_sessions: Count,
}) satisfies v.GenericSchema<unknown, Recap>;

const UsageSchema = v.object({
  report: v.object({
    range: v.object({ ...RangeSchema, zone: Line }),
    by: v.picklist(GROUPINGS),
    rows: list(v.object({ key: v.nullable(Key), ...figures })),
    totals: UsageFiguresSchema,
  }),
  sessions: v.nullable(list(v.object({ title: Line, started_at: v.nullable(Moment), deleted: v.boolean() }))),
  pricedSince: v.nullable(DayNumber),
  seenSince: v.nullable(Moment),
  hasAccount: v.nullable(v.boolean()),
}) satisfies v.GenericSchema<unknown, UsageShown>;

export const PageAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('reached'), value: list(TimelineStepSchema) }),
  v.object({ kind: v.literal('curve'), value: v.nullable(CurveSchema) }),
  v.object({ kind: v.literal('activity'), value: ActivitySchema }),
  v.object({ kind: v.literal('day'), value: DaySchema }),
  v.object({ kind: v.literal('recap'), value: RecapSchema }),
  v.object({ kind: v.literal('usage'), value: UsageSchema }),
]);
export type PageAnswer = v.InferOutput<typeof PageAnswerSchema>;
type Values = { readonly [Answer in PageAnswer as Answer['kind']]: Answer['value'] };
export type AnswerOf<Kind extends PageQuestion['kind']> = Values[Kind];
