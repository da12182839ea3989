/**
 * Everything that the extension host and the panel's webview may say to each other, in both directions. Each side
 * validates what it hears: what is unknown or malformed is dropped and logged, never acted on.
 */
import * as v from 'valibot';
import { TIER_NAMES } from '../../badges/achievement.ts';
import type { UnlockNews } from '../../badges/unlocks/detect.ts';
import { AchievementSchema } from '../../files/shared/snapshotSchema.ts';
import type { ScanView } from '../../host/scanTracker.ts';
import { Count, Id, Line, Moment } from './protocol/fields.ts';
import { PageAnswerSchema, PageQuestionSchema, RecapPeriodSchema } from './protocol/questions.ts';
import { PAGES, ViewStateSchema } from './protocol/viewState.ts';

const Tier = v.nullable(v.picklist(TIER_NAMES));

/** A plain object only: a Map would pass for a record without entries. */
const Words = v.pipe(
  v.custom<object>((value) => Object.prototype.toString.call(value) === '[object Object]'),
  v.record(v.string(), v.string()),
);

/** A card of 1200 × 630 is far below a megabyte. */
const PNG_LIMIT_BYTES = 8 * 1024 * 1024;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const Png = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.length <= PNG_LIMIT_BYTES, 'too large'),
  v.check((bytes) => PNG_SIGNATURE.every((byte, index) => bytes[index] === byte), 'not a PNG'),
);

/** A name for a file, without a folder. */
const FileName = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
/** A snapshot as the webview may hold it: in the reader's language, secrets without id, name or thresholds. */
const PanelSnapshotSchema = v.object({
  achievements: v.pipe(v.array(AchievementSchema), v.maxLength(500)),
  unlocked_count: Count,
  discovered_count: Count,
  secret_count: Count,
  total_count: Count,
  /** Epoch seconds; 0 when nothing was ever scanned. */
  generated_at: Moment,
  is_stale: v.boolean(),
  /** Why the last scan failed, although these figures still serve. */
  error: v.nullable(Line),
  sessions_total: Count,
  /** What of the history is damaged, with the way out. */
  damage: v.nullable(Line),
});
export type PanelSnapshot = v.InferOutput<typeof PanelSnapshotSchema>;

const UnlockNewsSchema = v.object({
  id: Id,
  kind: v.picklist(['unlock', 'tier_up']),
  from_tier: Tier,
  to_tier: Tier,
  at: Moment,
}) satisfies v.GenericSchema<unknown, UnlockNews>;
const NewsSchema = v.array(UnlockNewsSchema);

/** How far the running scan is. */
const ScanViewSchema = v.object({
  /** Refreshes a stale snapshot behind the scenes: worth a hint, not a banner. */
  quiet: v.boolean(),
  scanned: Count,
  /** Null until the scan knows. */
  total: v.nullable(Count),
  remaining_ms: v.nullable(Count),
}) satisfies v.GenericSchema<unknown, ScanView>;

/** Why there is nothing to show at all. */
const ProblemSchema = v.object({
  kind: v.picklist(['noHistory', 'failed']),
  message: Line,
  /** Where Hermes was looked for. */
  home: Line,
});
export type Problem = v.InferOutput<typeof ProblemSchema>;

const SharePurpose = v.picklist(['save', 'copy']);
export type SharePurpose = v.InferOutput<typeof SharePurpose>;

const ToWebviewSchema = v.variant('type', [
  /** The answer to `ready`, and again when another history is shown: replaces everything. */
  v.object({
    type: v.literal('init'),
    /** Translations by English message; empty for English. */
    words: Words,
    place: v.object({ profile: Line, sample: v.boolean() }),
    view: ViewStateSchema,
    /** Unlocks after this moment are new to the user; null when the panel was never shown. */
    seen_until: v.nullable(Moment),
    snapshot: v.nullable(PanelSnapshotSchema),
    /** Every unlock and tier-up, earliest first; null while it is not known: `timeline` follows. */
    timeline: v.nullable(NewsSchema),
    scan: v.nullable(ScanViewSchema),
    problem: v.nullable(ProblemSchema),
    /** The recap that stands on top of this opening of the panel. */
    recap: v.nullable(v.picklist(['week', 'month'])),
  }),
  /** New figures; a partial snapshot leaves the time line as it is. */
  v.object({
    type: v.literal('snapshot'),
    snapshot: PanelSnapshotSchema,
    timeline: v.nullable(NewsSchema),
  }),
  /** The time line, as it is known by now. */
  v.object({ type: v.literal('timeline'), timeline: NewsSchema }),
  v.object({ type: v.literal('scanProgress'), scan: ScanViewSchema }),
  v.object({
    type: v.literal('scanEnded'),
    outcome: v.picklist(['done', 'cancelled', 'failed']),
    message: v.nullable(Line),
    /** What to celebrate. */
    unlocks: NewsSchema,
  }),
  v.object({ type: v.literal('problem'), problem: ProblemSchema }),
  /** Asks for the picture of an unlocked badge; `shareCard` answers. */
  v.object({ type: v.literal('drawShareCard'), id: Id, purpose: SharePurpose }),
  /** Shows a badge in detail; without one, what is new since the panel was last looked at. */
  v.object({ type: v.literal('reveal'), badge: v.nullable(Id) }),
  /** Brings a page into sight; a recap, on the page that it stands on. */
  v.object({ type: v.literal('show'), page: v.picklist(PAGES), recap: v.nullable(RecapPeriodSchema) }),
  /** To the question of this number; null where it could not be answered. */
  v.object({ type: v.literal('answer'), ask: Count, answer: v.nullable(PageAnswerSchema) }),
  /**
   * What a click asked for has arrived, and is being done. A webview whose extension host has died hears nothing: three
   * seconds after a click that is certain.
   */
  v.object({ type: v.literal('heard') }),
]);
export type ToWebview = v.InferOutput<typeof ToWebviewSchema>;

const ToHostSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('rescan'), full: v.boolean() }),
  v.object({ type: v.literal('cancelScan') }),
  /** Opens the transcript of a session that is evidence for a badge, or that an answer has named. */
  v.object({ type: v.literal('openTranscript'), badge: v.nullable(Id), session: Id }),
  /** What a page wants to know; `answer` comes under the same number. */
  v.object({ type: v.literal('ask'), ask: Count, question: PageQuestionSchema }),
  /** A recap as a picture, or in words, to be saved. */
  v.object({ type: v.literal('saveRecapPicture'), name: FileName, png: Png }),
  v.object({
    type: v.literal('saveRecapText'),
    name: FileName,
    text: v.pipe(v.string(), v.maxLength(200_000)),
  }),
  /** The recap on top has been seen, and is put away. */
  v.object({ type: v.literal('dismissRecap') }),
  /** The picture asked for. A copy is made by the webview itself; it comes here only if that was refused, with why. */
  v.object({ type: v.literal('shareCard'), id: Id, refusal: v.nullable(Line), png: Png }),
  v.object({ type: v.literal('export') }),
  v.object({ type: v.literal('chooseHome') }),
  v.object({ type: v.literal('chooseProfile') }),
  v.object({ type: v.literal('trySample') }),
  v.object({ type: v.literal('leaveSample') }),
  v.object({ type: v.literal('showLog') }),
  v.object({ type: v.literal('viewState'), view: ViewStateSchema }),
  /** The user has seen what was unlocked up to this moment. */
  v.object({ type: v.literal('seen'), until: Moment }),
  /** Something went wrong in the webview; never holds text from history. */
  v.object({ type: v.literal('log'), message: Line }),
]);
export type ToHost = v.InferOutput<typeof ToHostSchema>;

/** A message understood, or why it was not: in words that hold nothing of the message itself. */
export type Heard<Message> = { ok: true; message: Message } | { ok: false; reason: string };

export function hearFromHost(data: unknown): Heard<ToWebview> {
  return heard(v.safeParse(ToWebviewSchema, data));
}

export function hearFromWebview(data: unknown): Heard<ToHost> {
  return heard(v.safeParse(ToHostSchema, data));
}

function heard<Message>(
  result:
    | { success: true; output: Message }
    | { success: false; issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]] },
): Heard<Message> {
  if (result.success) return { ok: true, message: result.output };
  const [{ type, path }] = result.issues;
  const place = path?.map(({ key }) => (typeof key === 'number' ? '[]' : String(key))).join('.');
  return { ok: false, reason: `${type} at ${place?.slice(0, 100) || 'the message itself'}` };
}
