import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { type DatabaseProblem, HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { examineInARow, type Finding } from '../../../../src/scanning/analysis/finding.ts';
import { CancelFlag, ScanCancelled } from '../../../../src/scanning/worker/cancelFlag.ts';
import { problem } from '../../../../src/words/problem.ts';

/** Examines sessions in a database in which reading one fails as given, or finds none. */
function examine(
  failures: Readonly<Record<string, Error | undefined>>,
  bookmarked = false,
): readonly Finding[] {
  const ids = Object.keys(failures);
  const left = new Map(Object.entries(failures));
  const database = {
    inARow: (read: () => unknown) => read(),
    readSession: () => {
      const id = ids.find((one) => left.has(one))!;
      const failure = left.get(id);
      // It fails once; asked again, the session turns out to be gone.
      if (failure && bookmarked) left.set(id, undefined);
      else left.delete(id);
      if (failure) throw failure;
      return undefined;
    },
  } as unknown as SessionDatabase;
  const assignments = ids.map((id) => ({
    id,
    rows: 0,
    others: undefined,
    known: undefined,
    descent: { parent: null, kind: 'root', hasParent: false } as const,
    ...(bookmarked ? { bookmark: 'tampered with' } : {}),
  }));
  return examineInARow(database, assignments, null, new CancelFlag());
}

const GONE = problem('other', 'Its pages are gone');

describe('a look into many sessions', () => {
  it('ends where it is cancelled within one', () => {
    assert.throws(() => examine({ a: new ScanCancelled(), b: undefined }), { name: 'ScanCancelled' });
  });

  for (const code of ['changed', 'locked', 'missing-table'] as const) {
    it(`ends with what concerns the whole database: ${code}`, () => {
      assert.throws(
        () => examine({ a: new HermesDatabaseError(code, problem('other', 'no')), b: undefined }),
        {
          code,
        },
      );
    });
  }

  for (const code of ['corrupt', 'unreadable'] satisfies DatabaseProblem[]) {
    it(`goes on after one that is ${code}`, () => {
      assert.deepEqual(examine({ a: new HermesDatabaseError(code, GONE), b: undefined }), [
        { kind: 'unreadable', id: 'a', reason: GONE },
        { kind: 'vanished', id: 'b' },
      ]);
    });
  }

  it('looks anew into one that stumbled over its bookmark, without that', () => {
    assert.deepEqual(examine({ a: new TypeError('tampered') }, true), [{ kind: 'vanished', id: 'a' }]);
  });

  it('passes over one that stumbled without a bookmark', () => {
    assert.deepEqual(examine({ a: new TypeError('unforeseen') }), [
      { kind: 'unreadable', id: 'a', reason: problem('scan.unexpectedBy', 'TypeError') },
    ]);
  });
});
