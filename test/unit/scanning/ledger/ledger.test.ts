import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { SessionRecord } from '../../../../src/archive/session/record.ts';
import { Ledger } from '../../../../src/scanning/ledger/ledger.ts';
import { someRecord } from '../../archive/support/records.ts';
import { someStats } from '../../files/support/sessions.ts';

/** A session with so many errors, archived or not. */
function withErrors(id: string, error_count: number, archived = false): SessionRecord {
  const record = someRecord(id, { lifetime: someStats(id, { error_count }) });
  return { ...record, facts: { ...record.facts, archived } };
}

describe('the ledger', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger({ mode: 'dashboard', generation: 1 });
  });

  /** Sessions and errors in sum, and the sessions that errors are owed to. */
  function state() {
    const { session_count, total_errors } = ledger.figures();
    return {
      sessions: [session_count, ledger.countedSessions],
      errors: total_errors,
      owedTo: ledger.contributions.top('total_errors').map(({ session_id }) => session_id),
    };
  }

  it('adds up what is put into it', () => {
    ledger.put(withErrors('a', 3));
    ledger.put(withErrors('b', 4));
    assert.deepEqual(state(), { sessions: [2, 2], errors: 7, owedTo: ['b', 'a'] });
  });

  it('adds up many at once as it does one by one, whether it knew any before or not', () => {
    for (const before of [[], [withErrors('a', 100), withErrors('c', 1)]]) {
      ledger = new Ledger({ mode: 'dashboard', generation: 1 });
      for (const record of before) ledger.put(record);
      const records = [withErrors('a', 3), withErrors('b', 4), withErrors('c', 0), withErrors('d', 9, true)];
      ledger.putAll(new Map(records.map((record) => [record.id, record])));
      assert.deepEqual(state(), { sessions: [3, 3], errors: 7, owedTo: ['b', 'a'] });
      assert.deepEqual(
        records.map(({ id }) => ledger.get(id)),
        records,
      );
      assert.equal(ledger.size, 4);
    }
  });

  it('takes back what a session was before it puts what it is', () => {
    ledger.put(withErrors('a', 3));
    ledger.put(withErrors('a', 10));
    ledger.put(withErrors('a', 2));
    assert.deepEqual(state(), { sessions: [1, 1], errors: 2, owedTo: ['a'] });
  });

  it('lets a session that is archived count no more, in dashboard mode, and again when it is taken out', () => {
    ledger.put(withErrors('a', 3));
    ledger.put(withErrors('b', 4));
    ledger.put(withErrors('b', 4, true));
    assert.deepEqual(state(), { sessions: [1, 1], errors: 3, owedTo: ['a'] });
    assert.notEqual(ledger.get('b'), undefined);
    ledger.put(withErrors('b', 5));
    assert.deepEqual(state(), { sessions: [2, 2], errors: 8, owedTo: ['b', 'a'] });
  });

  it('forgets a session that is gone, whether it counted or not', () => {
    ledger.put(withErrors('a', 3));
    ledger.put(withErrors('b', 4, true));
    ledger.remove('a');
    ledger.remove('b');
    ledger.remove('never there');
    assert.deepEqual(state(), { sessions: [0, 0], errors: 0, owedTo: [] });
    assert.equal(ledger.size, 0);
  });

  it('goes on counting a session that is gone, in lifetime mode alone', () => {
    const gone = { ...withErrors('a', 3), goneAt: 1_760_000_000 };
    ledger.put(gone);
    assert.deepEqual(state(), { sessions: [0, 0], errors: 0, owedTo: [] });
    const lifetime = new Ledger({ mode: 'lifetime', generation: 1 });
    lifetime.put(gone);
    assert.deepEqual([lifetime.figures().total_errors, [...lifetime.present()]], [3, []]);
  });

  it('counts nothing of a session that was counted for another generation of the dashboard', () => {
    const record = withErrors('a', 3);
    ledger.put({ ...record, dashboard: { generation: 2, stats: record.lifetime } });
    assert.deepEqual(state(), { sessions: [0, 0], errors: 0, owedTo: [] });
    ledger.put({ ...record, dashboard: { generation: 1, stats: record.lifetime } });
    assert.deepEqual(state(), { sessions: [1, 1], errors: 3, owedTo: ['a'] });
  });

  it('takes back of its days what a session was', () => {
    const lifetime = new Ledger({ mode: 'lifetime', generation: 1 });
    for (const errors of [3, 5]) lifetime.put(withErrors('a', errors));
    assert.deepEqual(
      lifetime.days().map(({ day, sessions }) => [day, sessions]),
      [[20_254, 1]],
    );
  });

  it('dates figures in lifetime mode alone', () => {
    const lifetime = new Ledger({ mode: 'lifetime', generation: 1 });
    for (const one of [ledger, lifetime]) one.put(withErrors('a', 3));
    assert.equal(lifetime.firstDayAt?.('total_errors', 3), 20_254);
    assert.deepEqual(
      lifetime.days().map(({ day, sessions }) => [day, sessions]),
      [[20_254, 1]],
    );
    assert.deepEqual([ledger.firstDayAt, ledger.days()], [undefined, []]);
  });
});
