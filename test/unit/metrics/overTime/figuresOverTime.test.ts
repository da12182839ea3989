import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { LocalDay } from '../../../../src/calendar/isoDay.ts';
import {
  type DatedAddend,
  type DatedSession,
  FiguresOverTime,
} from '../../../../src/metrics/overTime/figuresOverTime.ts';
import type { Aggregate, AggregateMetric, SessionStats } from '../../../../src/metrics/session/stats.ts';
import { addendOf } from '../../../../src/metrics/sums/addend.ts';
import { aggregateOf } from '../../../../src/metrics/sums/aggregate.ts';
import { figureRowOf, SESSION_METRICS, statsOfRow } from '../../../../src/metrics/sums/figureRow.ts';

const MODELS = ['openai/gpt-5', 'anthropic/claude', 'ollama/llama3', 'qwen3'];

/** A session's figures rise from day to day. */
const dated = (id: string): fc.Arbitrary<DatedSession> =>
  fc
    .record({
      own: fc.option(fc.integer({ min: 0, max: 9 })),
      days: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }),
      growth: fc.array(
        fc.array(fc.nat(5), { minLength: SESSION_METRICS.length, maxLength: SESSION_METRICS.length }),
        {
          minLength: 4,
          maxLength: 4,
        },
      ),
      model: fc.constantFrom(...MODELS),
    })
    .map(({ own, days, growth, model }) => {
      const rising = days.sort((a, b) => a - b);
      let figures = SESSION_METRICS.map(() => 0);
      const slices = rising.map((day, index) => {
        // A day is there for a message, at the least.
        figures = figures.map(
          (figure, place) => figure + growth[index]![place]! + (place === MESSAGES ? 1 : 0),
        );
        return { day, figures };
      });
      const words = {
        session_id: id,
        title: id,
        started_at: null,
        last_active: null,
        source: null,
        tool_names: [],
        model_names: [model],
      };
      return {
        stats: statsOfRow(slices.at(-1)?.figures ?? figures, words),
        days: { own, last: slices.at(-1)?.day ?? null, earlier: slices.slice(0, -1) },
      };
    });

const MESSAGES = SESSION_METRICS.indexOf('message_count');

const asAddend = (session: DatedSession): DatedAddend => ({ ...session, ...addendOf(session.stats) });

/** The whole history as it stood at the end of a day, counted anew from what each session had by then. */
function standingAt(sessions: readonly DatedSession[], day: LocalDay): Aggregate {
  const whole: SessionStats[] = [];
  for (const { stats, days } of sessions) {
    const isThere = (days.own ?? Number.NEGATIVE_INFINITY) <= day;
    const last = { day: days.last ?? days.own ?? Number.NEGATIVE_INFINITY, figures: figureRowOf(stats) };
    const slice = [...days.earlier, last].findLast((one) => one.day <= day);
    if (slice) whole.push({ ...statsOfRow(slice.figures, stats), model_names: [] });
    if (isThere) whole.push({ ...statsOfRow([], stats), model_names: stats.model_names });
  }
  return aggregateOf(whole);
}

const METRICS: readonly AggregateMetric[] = [
  'total_tool_calls',
  'total_errors',
  'port_conflict_events',
  'max_tool_calls_in_session',
  'max_messages_in_session',
  'max_files_touched_in_session',
  'distinct_model_count',
  'distinct_provider_count',
  'local_model_chat_sessions',
];

function firstDayByBruteForce(
  sessions: readonly DatedSession[],
  metric: AggregateMetric,
  threshold: number,
): LocalDay | null {
  for (let day = 0; day <= 12; day++) if (standingAt(sessions, day)[metric] >= threshold) return day;
  return null;
}

/** What is told of a figure's changes, and of what it gained, against what it stood at on each day. */
function assertChanges(
  overTime: FiguresOverTime,
  metric: AggregateMetric,
  at: (day: LocalDay) => number,
): void {
  const first = overTime.firstDay;
  const changes = overTime.changes(metric);
  if (first === null) {
    assert.deepEqual(changes, []);
    return;
  }
  let before = 0;
  for (let day = first; day <= 12; day++) {
    const value = at(day);
    const change = changes.find((one) => one.day === day);
    assert.equal(change?.value, value === before ? undefined : value, `${metric} on ${day}`);
    const gained = overTime.gained(metric, { since: day, until: day });
    if (gained !== null) assert.equal(gained, value - before, `${metric} gained on ${day}`);
    before = value;
  }
  assert.ok(changes.every(({ day }) => day >= first && day <= 12));
  assert.equal(overTime.gained(metric, { since: 0, until: 12 }) === null, !SUMMED_UP.has(metric));
}

const SUMMED_UP: ReadonlySet<AggregateMetric> = new Set([
  'total_tool_calls',
  'total_errors',
  'port_conflict_events',
  'local_model_chat_sessions',
]);

const changes = fc.array(fc.record({ place: fc.nat(5), after: fc.option(fc.nat(1000), { freq: 5 }) }), {
  minLength: 1,
  maxLength: 25,
});

describe('Figures over time', () => {
  it('reach each threshold on the day that adding up everything up to each day gives, while sessions change and go', () => {
    const pool = fc.array(fc.tuple(...[0, 1, 2, 3, 4, 5].map((place) => dated(`s${place}`))), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pool, changes, fc.integer({ min: 1, max: 30 }), (states, steps, threshold) => {
        const sessions = new Map<string, DatedSession>();
        const overTime = new FiguresOverTime(() => sessions.values());
        for (const { place, after } of steps) {
          const id = `s${place}`;
          const next = after === null ? undefined : states[after % states.length]![place];
          const before = sessions.get(id);
          if (next) sessions.set(id, next);
          else sessions.delete(id);
          overTime.replace(before && asAddend(before), next && asAddend(next));
        }
        const all = [...sessions.values()];
        const dateless = all.filter(({ days }) => days.own === null && days.last === null);
        fc.pre(dateless.length === 0 || all.length > dateless.length);
        const firstDay = Math.min(...overTime.days().map(({ day }) => day));
        const standing = Array.from({ length: 13 }, (_, day) => standingAt(all, day));
        for (const metric of METRICS) {
          const expected = firstDayByBruteForce(all, metric, threshold);
          const found = overTime.firstDayAt(metric, threshold);
          if (
            found !== expected &&
            !(expected !== null && found !== null && expected < firstDay && found === firstDay)
          )
            assert.fail(`${metric} at ${threshold}: ${found} instead of ${expected}`);
          assertChanges(overTime, metric, (day) => standing[day]![metric]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('name each day with the sessions that began on it and the messages and calls of that day', () => {
    const figures = (messages: number, calls: number) =>
      SESSION_METRICS.map((metric) =>
        metric === 'message_count' ? messages : metric === 'tool_call_count' ? calls : 0,
      );
    const words = {
      session_id: 'a',
      title: 'a',
      started_at: null,
      last_active: null,
      source: null,
      tool_names: [],
      model_names: [],
    };
    const overTime = new FiguresOverTime(() => []);
    const first = {
      stats: statsOfRow(figures(9, 4), words),
      days: { own: 3, last: 5, earlier: [{ day: 3, figures: figures(7, 4) }] },
    };
    const second = {
      stats: statsOfRow(figures(2, 1), { ...words, session_id: 'b' }),
      days: { own: null, last: null, earlier: [] },
    };
    for (const session of [first, second]) overTime.replace(undefined, asAddend(session));
    assert.deepEqual(overTime.days(), [
      { day: 3, sessions: 1, messages: 7, tool_calls: 4 },
      { day: 5, sessions: 0, messages: 2, tool_calls: 0 },
    ]);
    assert.equal(
      overTime.firstDayAt('total_tool_calls', 5),
      3,
      'what has no day is there from the first day on',
    );
  });

  it('know no day where the figure is below the threshold', () => {
    assert.equal(new FiguresOverTime(() => []).firstDayAt('total_errors', 1), null);
  });
});
