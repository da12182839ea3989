import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { metricsOf } from '../../../../src/badges/catalogue/badge.ts';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { Leaderboards } from '../../../../src/badges/contributors/leaderboards.ts';
import type { SessionStats } from '../../../../src/metrics/session/stats.ts';
import { addendOf } from '../../../../src/metrics/sums/addend.ts';
import { aggregateOf } from '../../../../src/metrics/sums/aggregate.ts';
import { AGGREGATE } from '../../../../src/metrics/vocabulary.ts';
import { madeUpStats } from '../madeUpStats.ts';

/** Leaderboards with the sessions on them. */
class Boards {
  readonly #sessions = new Map<string, SessionStats>();
  readonly #boards = new Leaderboards(() => this.#sessions.values());

  put(stats: SessionStats): void {
    const before = this.#sessions.get(stats.session_id);
    this.#sessions.set(stats.session_id, stats);
    this.#boards.replace(before && addendOf(before), addendOf(stats));
  }

  remove(id: string): void {
    const before = this.#sessions.get(id);
    this.#sessions.delete(id);
    this.#boards.replace(before && addendOf(before), undefined);
  }

  top(...[metric]: Parameters<Leaderboards['top']>): ReturnType<Leaderboards['top']> {
    return this.#boards.top(metric);
  }

  get sessions(): SessionStats[] {
    return [...this.#sessions.values()];
  }
}

function boardsOf(...sessions: SessionStats[]): Boards {
  const boards = new Boards();
  for (const stats of sessions) boards.put(stats);
  return boards;
}

const ids = (contributions: { session_id: string }[]) => contributions.map((entry) => entry.session_id);

describe('the sessions behind a figure', () => {
  it('are named with title, share and beginning, most first', () => {
    const boards = boardsOf(
      madeUpStats({ session_id: 'a', title: 'Small', terminal_calls: 3, started_at: null }),
      madeUpStats({ session_id: 'b', title: 'Big', terminal_calls: 40, started_at: 1_741_000_000 }),
    );
    assert.deepEqual(boards.top('total_terminal_calls'), [
      { session_id: 'b', title: 'Big', value: 40, started_at: 1_741_000_000 },
      { session_id: 'a', title: 'Small', value: 3 },
    ]);
  });

  it('are five at most', () => {
    const sessions = Array.from({ length: 30 }, (_, n) =>
      madeUpStats({ session_id: `s${n}`, terminal_calls: n }),
    );
    assert.deepEqual(ids(boardsOf(...sessions).top('total_terminal_calls')), [
      's29',
      's28',
      's27',
      's26',
      's25',
    ]);
  });

  it('do not include sessions that contributed nothing', () => {
    assert.deepEqual(boardsOf(madeUpStats({ session_id: 'a' })).top('total_terminal_calls'), []);
  });

  it('are the same for a maximum and a sum of one figure', () => {
    const boards = boardsOf(madeUpStats({ session_id: 'a', tool_call_count: 9 }));
    assert.deepEqual(boards.top('max_tool_calls_in_session'), boards.top('total_tool_calls'));
  });

  it('stand in listing order where they contributed alike: the later one first', () => {
    const boards = boardsOf(
      madeUpStats({ session_id: 'early', started_at: 1000, message_count: 8 }),
      madeUpStats({ session_id: 'never', started_at: null, message_count: 8 }),
      madeUpStats({ session_id: 'late', started_at: 2000, message_count: 8 }),
    );
    assert.deepEqual(ids(boards.top('max_messages_in_session')), ['late', 'early', 'never']);
  });

  it('stand by id where they also began at the same moment, whichever was added first', () => {
    const a = madeUpStats({ session_id: 'a', message_count: 8 });
    const b = madeUpStats({ session_id: 'b', message_count: 8 });
    assert.deepEqual(ids(boardsOf(b, a).top('max_messages_in_session')), ['a', 'b']);
  });

  it('are the latest ones for a count of sessions', () => {
    const sessions = Array.from({ length: 7 }, (_, n) =>
      madeUpStats({ session_id: `s${n}`, started_at: 1000 + n }),
    );
    const top = boardsOf(...sessions).top('session_count');
    assert.deepEqual(ids(top), ['s6', 's5', 's4', 's3', 's2']);
    assert.ok(top.every((entry) => entry.value === 1));
  });

  it('are those on a local model for the count of such sessions', () => {
    const boards = boardsOf(
      madeUpStats({ session_id: 'cloud', model_names: ['openai/gpt-5'] }),
      madeUpStats({ session_id: 'home', model_names: ['ollama/qwen3'] }),
    );
    assert.deepEqual(ids(boards.top('local_model_chat_sessions')), ['home']);
  });

  it('are those that began at a weekend or at night, by local time', () => {
    const saturdayNoon = new Date(2025, 2, 8, 12).getTime() / 1000;
    const mondayNight = new Date(2025, 2, 10, 3).getTime() / 1000;
    const boards = boardsOf(
      madeUpStats({ session_id: 'saturday', started_at: saturdayNoon }),
      madeUpStats({ session_id: 'night', started_at: mondayNight }),
    );
    assert.deepEqual(ids(boards.top('weekend_sessions')), ['saturday']);
    assert.deepEqual(ids(boards.top('night_sessions')), ['night']);
  });

  it('are those that first brought a model', () => {
    const boards = boardsOf(
      madeUpStats({ session_id: 'again', started_at: 3000, model_names: ['opus'] }),
      madeUpStats({ session_id: 'new', started_at: 2000, model_names: ['qwen3'] }),
      madeUpStats({ session_id: 'first', started_at: 1000, model_names: ['opus'] }),
    );
    assert.deepEqual(ids(boards.top('distinct_model_count')), ['new', 'first']);
  });

  it('are those that first brought a provider, under whichever model', () => {
    const boards = boardsOf(
      madeUpStats({ session_id: 'second', started_at: 2000, model_names: ['anthropic/sonnet'] }),
      madeUpStats({ session_id: 'first', started_at: 1000, model_names: ['anthropic/opus'] }),
    );
    assert.deepEqual(ids(boards.top('distinct_provider_count')), ['first']);
  });

  it('follow a session whose figures changed', () => {
    const boards = boardsOf(
      madeUpStats({ session_id: 'a', patch_calls: 5 }),
      madeUpStats({ session_id: 'b', patch_calls: 4 }),
    );
    boards.put(madeUpStats({ session_id: 'b', title: 'Grown', patch_calls: 6 }));
    assert.deepEqual(
      boards.top('total_patch_calls').map(({ title, value }) => [title, value]),
      [
        ['Grown', 6],
        ['Made up', 5],
      ],
    );
  });

  it('do without a session that is gone', () => {
    const boards = boardsOf(
      madeUpStats({ session_id: 'a', patch_calls: 5 }),
      madeUpStats({ session_id: 'b', patch_calls: 4 }),
    );
    boards.remove('a');
    assert.deepEqual(ids(boards.top('total_patch_calls')), ['b']);
  });

  it('are as if counted anew after many sessions came, changed and went', () => {
    const step = fc.record({
      id: fc.nat(40),
      calls: fc.nat(9),
      began: fc.nat(5),
      model: fc.constantFrom('opus', 'qwen3', 'openai/gpt-5', 'ollama/llama', ''),
      leaves: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 150 }), (steps) => {
        const changing = new Boards();
        for (const { id, calls, began, model, leaves } of steps) {
          const session_id = `s${id}`;
          if (leaves) changing.remove(session_id);
          else
            changing.put(
              madeUpStats({
                session_id,
                started_at: began,
                terminal_calls: calls,
                model_names: model ? [model] : [],
              }),
            );
        }
        const anew = boardsOf(...changing.sessions);
        for (const metric of new Set(CATALOGUE.flatMap(metricsOf))) {
          assert.deepEqual(changing.top(metric), anew.top(metric), metric);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lead with the session that holds the maximum', () => {
    const sessions = [3, 9, 4].map((value, n) =>
      madeUpStats({
        session_id: `s${n}`,
        ...Object.fromEntries(Object.values(AGGREGATE.max).map((figure) => [figure, value])),
      }),
    );
    const figures = aggregateOf(sessions);
    const boards = boardsOf(...sessions);
    for (const metric of CATALOGUE.flatMap(metricsOf).filter((name) => name.startsWith('max_'))) {
      assert.equal(boards.top(metric)[0]?.value, figures[metric], metric);
    }
  });
});
