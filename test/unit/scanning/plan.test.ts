import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckpointEntry } from '../../../src/files/checkpointEntry.ts';
import type { SessionRows } from '../../../src/hermes/rowDigest.ts';
import type { SessionHeader } from '../../../src/hermes/sessionHeader.ts';
import type { Changes } from '../../../src/scanning/changeFinder.ts';
import { makePlan, type PlanInput } from '../../../src/scanning/plan.ts';
import { ownEntry } from '../files/support/sessions.ts';

const HEADER: Omit<SessionHeader, 'id'> = {
  source: 'cli',
  model: 'nous/hermes-4',
  title: 'Session',
  startedAt: 1_750_000_000,
  archived: false,
  repaired: false,
};

/** What is known of a session that is as its entry says. */
function known(id: string): CheckpointEntry {
  const entry = ownEntry(id, { title: 'Session' });
  return { ...entry, vscode: { ...entry.vscode!, titled: true } };
}

const ROWS: SessionRows = { digest: known('any').vscode!.digest, leastId: 1 };

/** A look that found these sessions, all of them suspects, with their rows. */
function changesOf(headers: readonly SessionHeader[], gone: readonly string[] = []): Changes {
  const listed = new Set(headers.map(({ id }) => id));
  return {
    dataVersion: 1,
    headers,
    suspects: headers,
    appended: new Map(),
    rows: new Map(headers.map(({ id }) => [id, ROWS])),
    others: new Map(),
    isListed: (id) => listed.has(id),
    gone: () => gone,
  };
}

function plan(input: Partial<PlanInput> & Pick<PlanInput, 'changes'>) {
  const made = makePlan({
    mode: 'lifetime',
    full: false,
    known,
    knownIds: [],
    complete: () => assert.fail('a preview was read'),
    ...input,
  });
  return {
    total: made.total,
    analyse: made.analyse.map((one) => [one.id, one.known === undefined ? 'anew' : 'from what is known']),
    reuse: made.reuse.map(({ id }) => id),
    gone: made.gone,
  };
}

describe('the plan of a scan', () => {
  const a = { ...HEADER, id: 'a' };
  const renamed = { ...HEADER, id: 'b', title: 'Renamed' };
  const archived = { ...HEADER, id: 'c', archived: true };

  it('reuses what still holds, and goes on from what is known of the others', () => {
    assert.deepEqual(plan({ changes: changesOf([a, renamed]) }), {
      total: 2,
      analyse: [['b', 'from what is known']],
      reuse: ['a'],
      gone: [],
    });
  });

  it('of a full scan reuses nothing, nor does it go on from anything', () => {
    const made = plan({ changes: changesOf([a, renamed]), full: true });
    assert.deepEqual(made.analyse, [
      ['a', 'anew'],
      ['b', 'anew'],
    ]);
    assert.deepEqual(made.reuse, []);
  });

  it('counts archived sessions in lifetime mode', () => {
    assert.equal(plan({ changes: changesOf([a, archived]) }).total, 2);
  });

  it('leaves archived sessions out in dashboard mode, and keeps what is known of them', () => {
    const made = plan({ changes: changesOf([a, archived]), mode: 'dashboard' });
    assert.deepEqual(made, { total: 1, analyse: [], reuse: ['a', 'c'], gone: [] });
  });

  it('forgets an archived session out of date in dashboard mode', () => {
    const outOfDate = { ...archived, title: 'Renamed' };
    const made = plan({ changes: changesOf([a, outOfDate]), mode: 'dashboard' });
    assert.deepEqual(made, { total: 1, analyse: [], reuse: ['a'], gone: ['c'] });
  });

  it('forgets sessions that are not listed any more', () => {
    assert.deepEqual(plan({ changes: changesOf([a], ['deleted']) }).gone, ['deleted']);
  });
});
