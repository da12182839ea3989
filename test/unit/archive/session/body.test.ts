import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, recordOf } from '../../../../src/archive/session/body.ts';
import type { SessionRecord } from '../../../../src/archive/session/record.ts';
import { someStats } from '../../files/support/sessions.ts';
import { someRecord } from '../support/records.ts';

function roundTrip(record: SessionRecord): SessionRecord | undefined {
  return recordOf(record.id, bodyOf(record));
}

/** The body of an ordinary session with another value in one place. */
function bodyWith(place: number, value: unknown): string {
  return JSON.stringify(JSON.parse(bodyOf(someRecord('a'))).with(place, value));
}

describe('the body of a session', () => {
  it('says all that is remembered of it', () => {
    const record = someRecord('a', {
      rows: null,
      goneAt: 1_750_000_900.5,
      facts: {
        startedAt: null,
        lastActive: null,
        title: 'Ünïcode 日志 \ud83d \0',
        titled: false,
        source: null,
        createdSource: null,
        model: null,
        archived: true,
        hidden: true,
        repoRoot: null,
        cwd: null,
        endReason: 'compression',
        endedAt: 1_750_000_700,
        sessionKey: null,
        parent: 'b',
        kind: 'continuation',
        hasParent: true,
      },
    });
    assert.deepEqual(roundTrip(record), record);
  });

  it('keeps what the dashboard counts where it counts otherwise', () => {
    const record = someRecord('a', { dashboard: null });
    assert.deepEqual(roundTrip(record), record);
    const stats = { ...record.lifetime, message_count: 3, tool_names: ['patch'] };
    const other = { ...record, dashboard: { generation: 2, stats } } as const;
    assert.deepEqual(roundTrip(other), other);
  });

  it('gives the same figures to both modes where they were the same', () => {
    const record = roundTrip(someRecord('a'));
    assert.equal(record?.dashboard?.stats, record?.lifetime);
  });

  it('keeps the figures at the end of each day', () => {
    const figures = (...first: number[]) => [...first, ...Array<number>(54 - first.length).fill(0)];
    const days = {
      own: 20_250,
      last: 20_258,
      earlier: [
        { day: 20_250, figures: figures(1, 2, 3) },
        { day: 20_252, figures: figures(4, 2, 9, 1) },
        { day: 20_257, figures: figures(4, 2, 9, 1) },
      ],
    };
    assert.deepEqual(roundTrip(someRecord('a', { days }))?.days, days);
  });

  it('is short: a session of one day takes less than 500 bytes beside its own words', () => {
    const busy = someStats('a', Object.fromEntries(Object.keys(someStats('a')).map((key) => [key, 1234])));
    const record = someRecord('a', { lifetime: { ...someRecord('a').lifetime, ...figuresOnly(busy) } });
    const words = JSON.stringify([record.facts.title, record.facts.repoRoot, record.facts.cwd]).length;
    assert.ok(bodyOf(record).length - words < 500, String(bodyOf(record).length - words));
  });

  it('gives nothing away when it makes no sense', () => {
    for (const body of ['', '[', '{}', 'null', '[]', '5', '"text"', '['.repeat(100_000)]) {
      assert.equal(recordOf('a', body), undefined, body.slice(0, 20));
    }
    const wrong: [place: number, ...values: unknown[]][] = [
      [0, null, -1, 1.5, '2'],
      [1, 'never', true],
      [2, null, {}, ['2026-01-01'], [null, null, null], [null, null, 5]],
      [4, null, [5], 'terminal'],
      [5, null, [], ['monday', null], [1, null, [1]], [5, 9, [6], [5]], [5, 9, [6, 99, 1]], [5, 6, [6]]],
      [6, [], null, Array(54).fill(-1), Array(54).fill(0.5), Array(54).fill(1e13), Array(55).fill(0)],
    ];
    for (const [place, ...values] of wrong) {
      for (const value of values)
        assert.equal(recordOf('a', bodyWith(place, value)), undefined, `${place}: ${JSON.stringify(value)}`);
    }
  });

  it('loses only what can be counted anew where only that makes no sense', () => {
    for (const rows of [[], [1, 2], 'rows', [1, 2, 3, '4', 5]])
      assert.equal(recordOf('a', bodyWith(3, rows))?.rows, null, JSON.stringify(rows));
    for (const dashboard of [[4], [1, []], 'one', [1, Array(54).fill(0)]])
      assert.equal(recordOf('a', bodyWith(7, dashboard))?.dashboard, null, JSON.stringify(dashboard));
  });
});

function figuresOnly(stats: object): object {
  return Object.fromEntries(Object.entries(stats).filter(([, value]) => value === 1234));
}
