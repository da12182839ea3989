import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOfIso } from '../../../src/calendar/isoDay.ts';
import type { SessionUse } from '../../../src/hermes/usage/use.ts';
import { book } from '../../../src/usage/booking.ts';
import { GROUPINGS, type Grouping } from '../../../src/usage/groups.ts';
import type { UsageRecord } from '../../../src/usage/record.ts';
import { type ActiveDays, type UsageQuestion, usageReport } from '../../../src/usage/report.ts';
import { at, row, session, use } from './support/uses.ts';

const day = (iso: string) => dayOfIso(iso)!;
const MARCH = { since: day('2026-03-01'), until: day('2026-03-31') };

const SESSIONS: readonly SessionUse[] = [
  session(use({ input: 5, estimated: 0.1 }, { status: 'estimated' }), [
    row({ output: 7 }, { task: 'vision' }),
  ]),
  session(use({ input: 3 }, { model: 'other/model-a', provider: 'p' }), [], {
    id: 'b',
    startedAt: at('2026-03-08T23:00:00Z'),
    folder: '/code/alpha/deep',
    source: null,
  }),
  session(use(), [], { id: 'idle', startedAt: at('2026-03-09T01:00:00Z'), folder: null, parent: 'a' }),
  session(use({ input: 100 }), [], {
    id: 'april',
    startedAt: at('2026-04-01T00:00:00Z'),
    folder: '/code/alphabet',
  }),
];

const NEVER: ActiveDays = { of: () => [], all: () => [] };

describe('the report', () => {
  const records = new Map<string, UsageRecord>(
    SESSIONS.map((one) => [one.id, book(undefined, one, at('2026-04-02T00:00:00Z'))]),
  );
  const reported = (rest: Partial<UsageQuestion> = {}) =>
    usageReport(
      { range: MARCH, by: 'day', ...rest },
      {
        records,
        activeDays: {
          of: (id) => (id === 'b' ? [day('2026-03-08'), day('2026-03-09')] : [day('2026-03-02')]),
          all: () => [[day('2026-03-08'), day('2026-03-09')], [day('2026-03-02')]],
        },
        today: day('2026-03-10'),
        zone: 'UTC',
      },
    );
  const report = (rest: Partial<UsageQuestion> = {}) => reported(rest).report;
  const rows = (by: Grouping, rest: Partial<UsageQuestion> = {}) =>
    report({ ...rest, by }).rows.map(({ key, sessions, total }) => [key, sessions, total]);

  it('has one row for each key with a session, in its order, and counts sessions that used nothing where they began', () => {
    assert.deepEqual(rows('day'), [
      ['2026-03-02', 1, 12],
      ['2026-03-08', 1, 3],
      ['2026-03-09', 1, 0],
    ]);
    assert.deepEqual(rows('week'), [
      ['2026-W10', 2, 15],
      ['2026-W11', 1, 0],
    ]);
    assert.deepEqual(rows('month'), [['2026-03', 3, 15]]);
    assert.deepEqual(rows('model'), [['model-a', 2, 15]]);
    assert.deepEqual(rows('task'), [
      ['main', 2, 8],
      ['vision', 1, 7],
    ]);
    assert.deepEqual(rows('provider'), [
      [null, 1, 12],
      ['p', 1, 3],
    ]);
    assert.deepEqual(rows('source'), [
      ['cli', 2, 12],
      ['unknown', 1, 3],
    ]);
    assert.deepEqual(rows('project'), [
      ['/code/alpha', 2, 12],
      ['/code/alpha/deep', 1, 3],
    ]);
    assert.deepEqual(rows('session'), [
      ['a', 1, 12],
      ['b', 1, 3],
      ['idle', 1, 0],
    ]);
  });

  it('keeps kinds of cost apart, and says null where there are no such dollars', () => {
    assert.deepEqual(report().totals.cost, {
      actual: null,
      estimated: 0.1,
      included_sessions: 0,
      unpriced_sessions: 2,
      unpriced_tokens: 10,
    });
  });

  it('says dollars to a millionth, and as a number however many there are', () => {
    const dollarsOf = (...costs: readonly number[]) => {
      const uses = costs.map((estimated, index) =>
        session(use({ input: 1, estimated }), [], { id: `${index}` }),
      );
      const some = new Map(uses.map((one) => [one.id, book(undefined, one, at('2026-04-02T00:00:00Z'))]));
      const { report: found } = usageReport(
        { range: MARCH, by: 'day' },
        { records: some, activeDays: NEVER, today: day('2026-03-10'), zone: 'UTC' },
      );
      return found.totals.cost.estimated;
    };
    assert.equal(dollarsOf(0.1, 0.2, 0.0000014), 0.300001);
    assert.equal(dollarsOf(1e304), 1e304);
    assert.equal(dollarsOf(1e308, 1e308), Number.MAX_VALUE);
  });

  it('takes of a source or a project, with what is below it, also the days and the hours', () => {
    const { totals, activity } = report({ source: 'unknown' });
    assert.equal(totals.sessions, 1);
    assert.deepEqual(activity, {
      active_days: 2,
      current_streak: 2,
      longest_streak: 2,
      busiest_weekday: 'Sun',
      busiest_hour: 23,
    });
    assert.equal(report({ project: '/code/alpha' }).totals.sessions, 3);
    assert.equal(report({ project: '/code/alpha/deep' }).totals.sessions, 1);
    assert.equal(report({ project: '/' }).totals.sessions, 3);
    assert.deepEqual(rows('day', { project: '/nowhere' }), []);
  });

  it('takes of a row of another report what belongs to it, and that alone: the rows add up to it', () => {
    for (const by of GROUPINGS) {
      for (const { key, total, sessions } of report({ by }).rows) {
        const { totals, rows: within } = report({ by: 'session', of: { by, key } });
        assert.deepEqual([by, key, totals.total, totals.sessions], [by, key, total, sessions]);
        assert.equal(
          within.reduce((sum, row) => sum + row.total, 0),
          total,
        );
      }
    }
    assert.deepEqual(report({ by: 'session', of: { by: 'model', key: 'nowhere' } }).rows, []);
  });

  it('says since when there is any cost, where there were tokens without one before', () => {
    const april = { since: day('2026-03-01'), until: day('2026-04-30') };
    const late = session(use({ input: 1, actual: 2 }, { status: 'actual' }), [], {
      id: 'late',
      startedAt: at('2026-04-20T00:00:00Z'),
    });
    const material = { today: day('2026-04-30'), zone: 'UTC', activeDays: NEVER };
    const since = (...ids: string[]) => {
      const some = [...SESSIONS, late].filter(({ id }) => ids.includes(id));
      const records = new Map(some.map((one) => [one.id, book(undefined, one, at('2026-04-21T00:00:00Z'))]));
      return usageReport({ range: april, by: 'day' }, { ...material, records }).pricedSince;
    };
    assert.equal(since('b', 'late'), day('2026-04-20'));
    assert.equal(since('late'), null);
    assert.equal(since('b'), null);
    assert.equal(since('a', 'b'), null);
  });

  it('has exactly the keys of the command line', () => {
    const {
      rows: [first],
      ...rest
    } = report();
    assert.deepEqual(Object.keys(rest), ['range', 'by', 'totals', 'activity']);
    assert.deepEqual(rest.range, { since: '2026-03-01', until: '2026-03-31', zone: 'UTC' });
    assert.deepEqual(Object.keys(first!), [
      'key',
      'sessions',
      'api_calls',
      'input',
      'output',
      'cache_read',
      'cache_write',
      'reasoning',
      'total',
      'cost',
    ]);
  });
});
