import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { INITIAL_VIEW } from '../../../../src/surfaces/panel/protocol/viewState.ts';
import { hearFromHost, hearFromWebview } from '../../../../src/surfaces/panel/protocol.ts';
import { madeUpHistory } from '../../../panel/madeUpHistory.ts';
import { figures as used } from '../../../support/usage/figures.ts';

const CANARY = 'kanarek';
const { snapshot } = madeUpHistory();
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const { achievements, unlocked_count, discovered_count, secret_count, total_count } = snapshot;
const counts = { unlocked_count, discovered_count, secret_count, total_count };
const figures = { generated_at: 1, is_stale: false, error: null, sessions_total: 9, damage: null };
const shown = { ...counts, ...figures, achievements: achievements.slice(0, 3) };
const scan = { quiet: false, scanned: 1, total: null, remaining_ms: null };
const problem = { kind: 'failed', message: 'm', home: '/h' };
const view = {
  ...INITIAL_VIEW,
  open: { badge: 'a', scroll: 9, session: 'b' },
  year: 2026,
  day: 20_000,
  recap: { range: { since: 1, until: 2 } },
};
const news = { id: 'a', kind: 'unlock', from_tier: null, to_tier: 'Gold', at: 1 };

const session = { id: 's', title: 't', started_at: 1, messages: 2, tool_calls: 3, deleted: false };
const work = { sessions: 1, messages: 2, tool_calls: 3 };
const day = '2026-03-03';
const span = { first_day: day, last_day: day };
const totals = { ...work, active_days: 1 };
const busiest = { day, ...work };
const range = { since: day, until: day };

const ANSWERS = [
  {
    kind: 'reached',
    value: [{ id: 'a', kind: 'unlock', tier: 'Gold', day, kept: false, noticed: 1 }],
  },
  {
    kind: 'curve',
    value: { id: 'a', points: [{ day, value: 1 }], tiers: [{ tier: 'Gold', threshold: 5, day }] },
  },
  {
    kind: 'activity',
    value: {
      year: 2026,
      years: [2026],
      days: [busiest],
      totals,
      current_streak: 1,
      longest_streak: { days: 1, ...range },
      starts: { hours: Array(24).fill(1), weekdays: Array(7).fill(1) },
      longest_session: session,
      busiest_day: busiest,
      history: span,
      undated_sessions: 0,
    },
  },
  { kind: 'day', value: { day, sessions: [{ ...session, began: true }] } },
  {
    kind: 'recap',
    value: {
      period: { kind: 'week', ...range },
      before: range,
      totals,
      totals_before: totals,
      days: [busiest],
      usage: used({ input: 3, cost: { actual: 0.5 } }),
      usage_before: used(),
      unlocks: [{ id: 'a', name: 'A', icon: 'flame', kind: 'unlock', from_tier: null, to_tier: 'Gold', day }],
      tools: [{ name: 'terminal', sessions: 1 }],
      models: [{ name: 'm', messages: 1 }],
      folders: [{ name: '/f', messages: 1 }],
      longest_streak: 1,
      busiest_day: busiest,
      longest_session: session,
      history: span,
      undated_sessions: 0,
    },
  },
];
const QUESTIONS = [
  { kind: 'reached' },
  { kind: 'curve', badge: 'a' },
  { kind: 'activity', year: 2026 },
  { kind: 'day', day: 20_000 },
  { kind: 'recap', period: { last: 'week' } },
  { kind: 'recap', period: { range: { since: 1, until: 2 } } },
];

const MESSAGES = {
  'the host': {
    hear: hearFromHost,
    messages: [
      {
        type: 'init',
        words: { a: 'b' },
        place: { profile: 'p', sample: false },
        view,
        seen_until: 1,
        snapshot: shown,
        timeline: [news],
        scan,
        problem,
        recap: 'week',
      },
      { type: 'snapshot', snapshot: shown, timeline: [news] },
      { type: 'timeline', timeline: [news] },
      { type: 'scanProgress', scan },
      { type: 'scanEnded', outcome: 'done', message: 'm', unlocks: [news] },
      { type: 'problem', problem },
      { type: 'drawShareCard', id: 'a', purpose: 'save' },
      { type: 'reveal', badge: 'a' },
      { type: 'show', page: 'activity', recap: { last: 'month' } },
      ...ANSWERS.map((answer) => ({ type: 'answer' as const, ask: 1, answer })),
      { type: 'heard' },
    ],
  },
  'the webview': {
    hear: hearFromWebview,
    messages: [
      { type: 'ready' },
      { type: 'rescan', full: true },
      { type: 'openTranscript', badge: 'a', session: 'b' },
      { type: 'shareCard', id: 'a', refusal: 'Write permission denied.', png: PNG },
      ...QUESTIONS.map((question) => ({ type: 'ask' as const, ask: 1, question })),
      { type: 'saveRecapPicture', name: 'recap-2026', png: PNG },
      { type: 'saveRecapText', name: 'recap-2026', text: '# Week' },
      { type: 'dismissRecap' },
      { type: 'viewState', view },
      { type: 'seen', until: 1 },
      { type: 'log', message: 'm' },
    ],
  },
} as const;

/** No place in any message takes these. */
const WRONG = [
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  7n,
  () => CANARY,
  Symbol(CANARY),
  new Map([[CANARY, 1]]),
];

type Path = readonly (string | number)[];

/** Where in a message something stands; the bytes of a picture are one thing. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key])),
  ];
}

function changed(message: unknown, [key, ...rest]: Path, wrong: unknown): unknown {
  if (key === undefined) return wrong;
  const part = (message as Record<string, unknown>)[key];
  if (Array.isArray(message)) return message.with(Number(key), changed(part, rest, wrong));
  return { ...(message as object), [key]: changed(part, rest, wrong) };
}

for (const [who, { hear, messages }] of Object.entries(MESSAGES)) {
  describe(`a message of ${who}`, () => {
    it('is understood as it should be', () => {
      for (const message of messages) assert.deepEqual(hear(message), { ok: true, message });
    });

    it('is dropped when anything in it is of a kind that belongs nowhere', () => {
      for (const message of messages) {
        for (const place of placesIn(message)) {
          for (const wrong of WRONG) {
            const heard = hear(changed(message, place, wrong));
            assert.equal(heard.ok, false, `${message.type}: ${place.join('.')} as ${String(wrong)}`);
            assert.ok(!heard.ok && !heard.reason.includes(CANARY));
          }
        }
      }
    });

    it('is anything at all without harm', () => {
      const hostile = fc.anything({
        withBigInt: true,
        withNullPrototype: true,
        withMap: true,
        withTypedArray: true,
      });
      fc.assert(
        fc.property(hostile, (data) => assert.equal(hear(data).ok, false)),
        { numRuns: 2000 },
      );
    });

    it('of no known type is dropped, also one named like what every object has', () => {
      for (const type of ['__proto__', 'constructor', 'toString', '', 'READY', ' ready', CANARY])
        for (const message of messages) assert.equal(hear({ ...message, type }).ok, false);
    });
  });
}
