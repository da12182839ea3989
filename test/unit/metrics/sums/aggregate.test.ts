import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localDayOf } from '../../../../src/calendar/localDay.ts';
import type { SessionStats } from '../../../../src/metrics/session/stats.ts';
import { addendOf } from '../../../../src/metrics/sums/addend.ts';
import { Aggregator, aggregateOf, localTime } from '../../../../src/metrics/sums/aggregate.ts';
import { count, countMessages, message } from '../support/counting.ts';

const withModels = (...model_names: string[]): SessionStats => ({ ...count(), model_names });

const sumUp = (...sessions: SessionStats[]) => aggregateOf(sessions);

describe('an aggregate', () => {
  it('of nothing is 0 everywhere', () => {
    assert.deepEqual(new Set(Object.values(sumUp())), new Set([0]));
  });

  it('adds up what can be added and keeps the greatest of the rest', () => {
    const figures = sumUp(count('error', 'token'), count('error'));
    assert.deepEqual(
      [figures.session_count, figures.total_errors, figures.max_messages_in_session],
      [2, 2, 2],
    );
  });

  it('is after a subtraction what it was before the addition', () => {
    const sessions = [
      countMessages([message({ text: './a.py error', callNames: ['terminal', 'web_search'] })]),
      { ...count('token'), model_names: ['ollama/llama'] },
      { ...count('x', 'y', 'z'), started_at: null },
    ];
    for (const changed of sessions) {
      const left = sessions.filter((stats) => stats !== changed);
      const aggregator = new Aggregator(() => left);
      for (const stats of sessions) aggregator.replace(undefined, addendOf(stats));
      aggregator.replace(addendOf(changed), undefined);
      assert.deepEqual(aggregator.figures(), sumUp(...left));
    }
  });

  it('keeps a maximum that another session holds too', () => {
    const aggregator = new Aggregator(() => assert.fail('all were looked at'));
    const stats = count('a', 'b');
    aggregator.replace(undefined, addendOf(stats));
    aggregator.replace(undefined, addendOf(stats));
    aggregator.replace(addendOf(stats), undefined);
    assert.equal(aggregator.figures().max_messages_in_session, 2);
  });
});

describe('an aggregate of sessions that change', () => {
  it('is that of the sessions as they are', () => {
    const [small, large] = [count('error'), count('a', 'b', 'c')];
    const changes = [
      [small, large],
      [large, small],
    ] as const;
    for (const [before, after] of changes) {
      const aggregator = new Aggregator(() => [after, small]);
      for (const stats of [before, small]) aggregator.replace(undefined, addendOf(stats));
      aggregator.replace(addendOf(before), addendOf(after));
      assert.deepEqual(aggregator.figures(), sumUp(after, small));
    }
  });
});

describe('models and providers', () => {
  it('are counted once each', () => {
    const figures = sumUp(withModels('openai/gpt'), withModels('openai/gpt'), withModels('openai/o9'));
    assert.deepEqual([figures.distinct_model_count, figures.distinct_provider_count], [2, 1]);
  });

  it('are not counted for a model called None', () => {
    const figures = sumUp(withModels('None'), withModels());
    assert.deepEqual([figures.distinct_model_count, figures.distinct_provider_count], [0, 0]);
  });

  it('make a session local once', () => {
    assert.equal(sumUp(withModels('Ollama/LLAMA'), withModels('gpt')).local_model_chat_sessions, 1);
  });
});

describe('the local time of a session', () => {
  const at = (day: number, hour: number, minute = 0) =>
    localTime(new Date(2025, 0, day, hour, minute).getTime() / 1_000);

  it('is a weekend on Saturday and Sunday', () => {
    const weekend = [3, 4, 5, 6].map((day) => at(day, 12).weekend);
    assert.deepEqual(weekend, [false, true, true, false]);
  });

  it('is night from eleven until six', () => {
    const night = [at(3, 22, 59), at(3, 23), at(3, 0), at(3, 5, 59), at(3, 6)].map((time) => time.night);
    assert.deepEqual(night, [false, true, true, true, false]);
  });

  it('is that of a POSIX rule in TZ', (t) => {
    const before = process.env['TZ'];
    t.after(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });
    // A Friday in July, 21:30 in UTC: 23:30 in summer time; and with a zone east of it Saturday half past two.
    const friday = Date.UTC(2025, 6, 4, 21, 30) / 1000;
    process.env['TZ'] = 'CET-1CEST';
    localDayOf(4e9); // another zone than that of the day last asked for
    assert.deepEqual(localTime(friday), { weekend: false, night: true });
    process.env['TZ'] = '<+05>-5';
    localDayOf(4e9);
    assert.deepEqual(localTime(friday), { weekend: true, night: true });
  });

  it('is neither without a beginning', () => {
    assert.deepEqual([localTime(null), localTime(0)], new Array(2).fill({ weekend: false, night: false }));
  });
});
