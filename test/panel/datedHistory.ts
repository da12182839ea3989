import { sessionsOfDay } from '../../src/activity/day.ts';
import { activityOfYear } from '../../src/activity/year.ts';
import type { SessionRecord } from '../../src/archive/session/record.ts';
import { evaluate } from '../../src/badges/evaluate.ts';
import { curveOf } from '../../src/badges/overTime/curve.ts';
import { growthUntil } from '../../src/badges/overTime/pace.ts';
import { type NoticedStep, timelineOf } from '../../src/badges/overTime/timeline.ts';
import type { UnlockNews } from '../../src/badges/unlocks/detect.ts';
import type { UnlockRecord } from '../../src/badges/unlocks/record.ts';
import type { LocalDay } from '../../src/calendar/isoDay.ts';
import { localDayOf } from '../../src/calendar/localDay.ts';
import { yearOf } from '../../src/calendar/spans.ts';
import type { Use } from '../../src/hermes/usage/use.ts';
import { SESSION_METRICS } from '../../src/metrics/sums/figureRow.ts';
import { recapOf } from '../../src/recap/recap.ts';
import { Random } from '../../src/sample/random.ts';
import { usageOf } from '../../src/scanning/ledger/usageAnswer.ts';
import { foldersOf, workedHistory } from '../../src/scanning/ledger/worked.ts';
import type { Answer, Question } from '../../src/scanning/questions.ts';
import { book } from '../../src/usage/booking.ts';
import type { UsageRecord } from '../../src/usage/record.ts';
import { ledgerOf } from '../support/ledgers.ts';
import { someRecord } from '../unit/archive/support/records.ts';
import { FakeHistory } from './fakeHistory.ts';
import { snapshotOf } from './madeUpHistory.ts';

/** A Friday, 27 November 2026, 15:00 UTC: the moment at which this history is looked at. */
export const LOOKED_AT = 1_795_791_600;
export const TODAY: LocalDay = localDayOf(LOOKED_AT);

const TITLES = [
  'Migrate the billing service to the new queue',
  'Why does the nightly build fail only on Fridays?',
  'Refactor the settings page into components',
  'Docker compose keeps restarting the database container, find out why and write a runbook for the on-call team',
  'A <b>bold</b> title with [a link](command:evil) and \u202ereversed\u202c text',
];
const MODELS = ['nous/hermes-4', 'openai/gpt-5', 'anthropic/claude-sonnet-4.5', 'ollama/qwen3:8b'];
const FOLDERS = ['/home/somebody/projects/billing', '/home/somebody/projects/site', '/home/somebody/notes'];
const TOOLS = ['terminal', 'read_file', 'write_file', 'web_search', 'browser_open', 'delegate_task'];

const SOURCES = ['cli', 'telegram', 'cron'];
const PAYMENTS = [
  { provider: 'openrouter', status: 'estimated' },
  { provider: 'openrouter', status: 'actual' },
  { provider: 'openai-codex', status: '' },
  { provider: '', status: '' },
];

export interface DatedOptions {
  /** Days of history up to its last one. */
  readonly days?: number;
  /** How many days before today it ends. */
  readonly endedBefore?: number;
  /** Each unlock was noticed at this moment; epoch seconds. */
  readonly noticedAt?: number;
  /** The history has no times at all. */
  readonly undated?: boolean;
  /** Steps that only are remembered, in place of none. */
  readonly kept?: readonly NoticedStep[];
}

/** A history with real days: the answers of the real worker's functions, over made-up sessions. */
export function datedHistory(options: DatedOptions = {}): FakeHistory {
  const { noticedAt = LOOKED_AT - 600, kept = [] } = options;
  const ledger = ledgerOf(records(options));
  const { firstDayAt } = ledger;
  const aggregate = ledger.figures();
  const names = evaluate(aggregate).filter(({ unlocked }) => unlocked);
  const noticed: NoticedStep[] = names.map(({ id, tier }) => ({ id, tier, at: noticedAt, day: null }));
  const unlocks: Record<string, UnlockRecord> = Object.fromEntries(
    [...noticed, ...kept].map(({ id, tier, at }) => [
      id,
      { unlocked_at: at, first_tier: tier, best_tier: tier } as UnlockRecord,
    ]),
  );
  const achievements = evaluate(aggregate, {
    unlocks,
    contributions: ledger.contributions,
    growth: growthUntil(TODAY, ledger.overTime!),
    ...(firstDayAt ? { firstDayAt } : {}),
  });
  const news = noticed.map(
    ({ id, tier, at }) => ({ id, kind: 'unlock', from_tier: null, to_tier: tier, at }) as UnlockNews,
  );
  const history = new FakeHistory(
    { ...snapshotOf(achievements, aggregate), generated_at: LOOKED_AT - 200 },
    news,
  );
  const usage = usageRecords(ledger.records());
  const timeline = () => timelineOf(firstDayAt, [...noticed, ...kept]);
  history.answer = (question: Question): Answer => {
    const worked = workedHistory(ledger);
    switch (question.kind) {
      case 'reached':
        return timeline();
      case 'curve':
        return curveOf(question.badge, ledger.overTime!);
      case 'activity':
        return activityOfYear(worked, question.year ?? yearOf(TODAY), TODAY);
      case 'day':
        return sessionsOfDay(worked, question.day);
      case 'recap':
        return recapOf(
          question.period,
          { ...worked, timeline: timeline(), folderOf: foldersOf(ledger), usageFrom: () => usage },
          TODAY,
        );
      case 'usage':
        return {
          ...usageOf(question, { records: () => usage, recordsFrom: () => usage }, ledger, TODAY),
          seenSince: LOOKED_AT - 20 * 86_400,
          hasAccount: true,
        };
      default:
        throw new Error(`Not asked by the panel: ${question.kind}`);
    }
  };
  return history;
}

/** What each session used: of every kind of cost something, and of an auxiliary model now and then. */
function usageRecords(sessions: Iterable<SessionRecord>): ReadonlyMap<string, UsageRecord> {
  const random = new Random('dated usage');
  const records = new Map<string, UsageRecord>();
  for (const { id, facts, lifetime } of sessions) {
    const { startedAt, repoRoot, model } = facts;
    const tokens = lifetime.message_count * random.int(300, 2500);
    const place = { startedAt, source: random.pick(SOURCES), folder: repoRoot, parent: null };
    const own = used(model ?? '', tokens, random.pick(PAYMENTS), random);
    const helper = random.chance(0.2)
      ? [{ ...used('google/gemini-2.5-flash', 4000, PAYMENTS[0]!, random), task: 'compression' }]
      : [];
    const rows = helper.map((use) => ({ ...use, firstSeen: startedAt, lastSeen: startedAt }));
    const use = { id, mark: 0, ...place, lastActivityAt: startedAt, own, rows };
    records.set(id, book(undefined, use, LOOKED_AT));
  }
  return records;
}

function used(model: string, tokens: number, payment: (typeof PAYMENTS)[number], random: Random): Use {
  const dollars = (tokens / 1e6) * random.int(1, 9);
  return {
    model,
    baseUrl: '',
    mode: '',
    task: '',
    provider: payment.provider,
    status: payment.status,
    amounts: {
      input: Math.round(tokens * 0.2),
      output: Math.round(tokens * 0.09),
      cache_read: Math.round(tokens * 0.6),
      cache_write: Math.round(tokens * 0.11),
      api_calls: Math.max(1, Math.round(tokens / 9000)),
      reasoning: Math.round(tokens * 0.03),
      estimated: payment.status === 'estimated' ? dollars : null,
      actual: payment.status === 'actual' ? dollars : null,
    },
  };
}

function* records({ days = 500, endedBefore = 0, undated = false }: DatedOptions): Generator<SessionRecord> {
  const random = new Random('dated history');
  const last = TODAY - endedBefore;
  for (let day = last - days + 1; day <= last; day++) {
    const isWeekend = (day + 3) % 7 >= 5;
    const most = isWeekend ? 1 : 5;
    // A holiday now and then, and a day off before today.
    const sessions = day % 61 < 6 ? 0 : random.int(0, most);
    for (let index = 0; index < sessions; index++) yield session(random, day, `${day}-${index}`, undated);
  }
}

function session(random: Random, day: LocalDay, id: string, undated: boolean): SessionRecord {
  const startedAt = undated ? null : day * 86_400 + random.int(7 * 3600, 22 * 3600);
  const figures = Object.fromEntries(
    SESSION_METRICS.map((metric) => [metric, random.chance(0.3) ? random.int(0, 9) : 0]),
  );
  const messages = Math.round(random.logNormal(30, 0.9)) + 2;
  const lifetime = {
    ...figures,
    message_count: messages,
    tool_call_count: Math.round(messages * 0.8),
    tool_names: TOOLS.slice(0, random.int(1, TOOLS.length)),
  };
  const own = undated ? null : day;
  const record = someRecord(id, {
    facts: {
      ...someRecord(id).facts,
      startedAt,
      lastActive: startedAt,
      title: random.pick(TITLES),
      model: random.pick(MODELS),
      repoRoot: random.pick(FOLDERS),
    },
    lifetime: lifetime as unknown as SessionRecord['lifetime'],
    days: { own, last: own, earlier: [] },
    goneAt: random.chance(0.1) ? LOOKED_AT : null,
  });
  return record;
}
