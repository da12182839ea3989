import * as v from 'valibot';
import { CATEGORIES, TIER_NAMES } from '../../../badges/achievement.ts';
import { SORT_KEYS } from '../../../badges/catalogue/order.ts';
import { GROUPINGS } from '../../../usage/groups.ts';
import { USAGE_FIGURES } from '../../../usage/sums.ts';
import { Count, DayNumber, Id, Year } from './fields.ts';
import { RecapPeriodSchema, RowNameSchema, UsagePeriodSchema } from './questions.ts';

export const PAGES = ['badges', 'timeline', 'activity', 'usage'] as const;
export type PageName = (typeof PAGES)[number];
export const STATE_FILTERS = ['all', 'unlocked', 'discovered', 'secret'] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];
export const CATEGORY_FILTERS = ['all', ...CATEGORIES] as const;
export type CategoryFilter = (typeof CATEGORY_FILTERS)[number];
export const TIER_FILTERS = ['all', ...TIER_NAMES, 'feat'] as const;
export type TierFilter = (typeof TIER_FILTERS)[number];
/** What the calendar of a year shows of a day. */
export const MEASURES = ['sessions', 'messages', 'tool_calls'] as const;
export type Measure = (typeof MEASURES)[number];

/** A badge whose detail is open. */
const OpenBadgeSchema = v.object({
  badge: Id,
  /** CSS pixels from the top of the detail. */
  scroll: Count,
  /** The session whose transcript was opened from there last. */
  session: v.nullable(Id),
});
export type OpenBadge = v.InferOutput<typeof OpenBadgeSchema>;

/** Which steps the time line shows. */
const TimelineFilterSchema = v.object({
  tier: v.picklist(TIER_FILTERS),
  category: v.picklist(CATEGORY_FILTERS),
});
export type TimelineFilter = v.InferOutput<typeof TimelineFilterSchema>;

/** What the table of the page Usage may be sorted by. */
export const USAGE_COLUMNS = ['key', ...USAGE_FIGURES, 'cost'] as const;
export type UsageColumnName = (typeof USAGE_COLUMNS)[number];

/** What the page Usage shows. */
const UsageViewSchema = v.object({
  period: UsagePeriodSchema,
  by: v.picklist(GROUPINGS),
  /** The row whose sessions are shown. */
  of: v.nullable(RowNameSchema),
  /** Null: in the order of the report. */
  sort: v.nullable(v.object({ column: v.picklist(USAGE_COLUMNS), descending: v.boolean() })),
});
export type UsageView = v.InferOutput<typeof UsageViewSchema>;

/** What of the panel survives hiding, reload and restart, per Hermes home. */
export const ViewStateSchema = v.object({
  tab: v.picklist(PAGES),
  state: v.picklist(STATE_FILTERS),
  category: v.picklist(CATEGORY_FILTERS),
  search: v.pipe(v.string(), v.maxLength(200)),
  sort: v.picklist(SORT_KEYS),
  /** CSS pixels from the top. */
  scroll: Count,
  open: v.nullable(OpenBadgeSchema),
  timeline: TimelineFilterSchema,
  measure: v.picklist(MEASURES),
  /** Of the calendar; null for this year. */
  year: v.nullable(Year),
  /** The day whose sessions are shown. */
  day: v.nullable(DayNumber),
  /** The period whose recap is shown. */
  recap: v.nullable(RecapPeriodSchema),
  usage: UsageViewSchema,
});
export type ViewState = v.InferOutput<typeof ViewStateSchema>;

export const INITIAL_VIEW: ViewState = {
  tab: 'badges',
  state: 'all',
  category: 'all',
  search: '',
  sort: 'nearest',
  scroll: 0,
  open: null,
  timeline: { tier: 'all', category: 'all' },
  measure: 'messages',
  year: null,
  day: null,
  recap: null,
  usage: { period: { last: 30 }, by: 'day', of: null, sort: null },
};
