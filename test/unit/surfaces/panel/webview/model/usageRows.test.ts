import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UsageShown } from '../../../../../../src/surfaces/panel/protocol/questions.ts';
import type { UsageView } from '../../../../../../src/surfaces/panel/protocol/viewState.ts';
import { nextSort, sortedRows } from '../../../../../../src/surfaces/panel/webview/model/usageRows.ts';
import { figures } from '../../../../../support/usage/figures.ts';

const usage: UsageShown = {
  report: {
    range: { since: '2026-03-01', until: '2026-03-10', zone: 'UTC' },
    by: 'provider',
    rows: [
      { ...figures({ input: 9, cost: { estimated: 0.5 } }), key: 'b' },
      { ...figures({ input: 8 }), key: 'a' },
      { ...figures({ input: 7, cost: { actual: 0, estimated: 0.7 } }), key: null },
    ],
    totals: figures(),
  },
  sessions: null,
  pricedSince: null,
  seenSince: null,
  hasAccount: true,
};

describe('the rows of the table', () => {
  const keys = (sort: UsageView['sort'], shown = usage) => sortedRows(shown, sort).map(({ key }) => key);

  it('stand in the order of the report until somebody sorts them', () => {
    assert.deepEqual(keys(null), ['b', 'a', null]);
  });

  it('are sorted by any figure, by all dollars that are known, and by name, what has none last', () => {
    assert.deepEqual(keys({ column: 'input', descending: false }), [null, 'a', 'b']);
    assert.deepEqual(keys({ column: 'cost', descending: true }), [null, 'b', 'a']);
    assert.deepEqual(keys({ column: 'key', descending: false }), ['a', 'b', null]);
  });

  it('are sorted by the titles of sessions where they are sessions', () => {
    const session = { started_at: null, deleted: false };
    const titled = ['Zebra', '', 'Apple'].map((title) => ({ ...session, title }));
    const { report } = usage;
    const shown = { ...usage, report: { ...report, by: 'session' as const }, sessions: titled };
    assert.deepEqual(keys({ column: 'key', descending: false }, shown), [null, 'b', 'a']);
  });

  it('are sorted the other way by a second click on a head, and as before by a third', () => {
    const first = nextSort(null, 'total');
    const second = nextSort(first, 'total');
    assert.deepEqual(first, { column: 'total', descending: true });
    assert.deepEqual(second, { column: 'total', descending: false });
    assert.equal(nextSort(second, 'total'), null);
    assert.deepEqual(nextSort(second, 'key'), { column: 'key', descending: false });
  });
});
