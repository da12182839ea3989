import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { CheckpointEntry } from '../../../src/files/checkpointEntry.ts';
import { Ledger } from '../../../src/scanning/ledger.ts';
import { dashboardEntry } from '../files/support/sessions.ts';

/** A session with so many errors. */
function withErrors(id: string, error_count: number): CheckpointEntry {
  return dashboardEntry(id, { error_count });
}

describe('the ledger', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger('dashboard');
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
    ledger.put('a', withErrors('a', 3), false);
    ledger.put('b', withErrors('b', 4), false);
    assert.deepEqual(state(), { sessions: [2, 2], errors: 7, owedTo: ['b', 'a'] });
  });

  it('takes back what a session was before it puts what it is', () => {
    ledger.put('a', withErrors('a', 3), false);
    ledger.put('a', withErrors('a', 10), false);
    ledger.put('a', withErrors('a', 2), false);
    assert.deepEqual(state(), { sessions: [1, 1], errors: 2, owedTo: ['a'] });
  });

  it('lets a session that is archived count no more, in dashboard mode, and again when it is taken out', () => {
    ledger.put('a', withErrors('a', 3), false);
    ledger.put('b', withErrors('b', 4), false);
    ledger.put('b', withErrors('b', 4), true);
    assert.deepEqual(state(), { sessions: [1, 1], errors: 3, owedTo: ['a'] });
    assert.notEqual(ledger.get('b'), undefined);
    ledger.put('b', withErrors('b', 5), false);
    assert.deepEqual(state(), { sessions: [2, 2], errors: 8, owedTo: ['b', 'a'] });
  });

  it('forgets a session that is gone, whether it counted or not', () => {
    ledger.put('a', withErrors('a', 3), false);
    ledger.put('b', withErrors('b', 4), true);
    ledger.remove('a');
    ledger.remove('b');
    ledger.remove('never there');
    assert.deepEqual(state(), { sessions: [0, 0], errors: 0, owedTo: [] });
    assert.deepEqual([...ledger.ids()], []);
  });
});
