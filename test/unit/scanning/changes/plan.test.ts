import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionRecord } from '../../../../src/archive/session/record.ts';
import type { SessionHeader } from '../../../../src/hermes/sessions/header.ts';
import type { Changes } from '../../../../src/scanning/changes/changeFinder.ts';
import { makePlan, type PlanInput } from '../../../../src/scanning/changes/plan.ts';
import { ROWS, someRecord } from '../../archive/support/records.ts';

/** What is known of a session that is as its row says. */
const known = (id: string): SessionRecord => someRecord(id);

/** The row of a session of which nothing has changed. */
function headerOf(id: string, changes: Partial<SessionHeader> = {}): SessionHeader {
  const { facts } = known(id);
  const { startedAt, endedAt, title, source, createdSource, model, archived, hidden } = facts;
  const { repoRoot, cwd, endReason, sessionKey, parent } = facts;
  return {
    ...{ id, startedAt, endedAt, title, source, createdSource, model, archived, hidden },
    ...{ repoRoot, cwd, endReason, sessionKey, parent },
    lastActivityAt: null,
    marks: null,
    repaired: false,
    ...changes,
  };
}

/** A look that found these sessions, all of them suspects unless said, with their rows. */
function changesOf(headers: readonly SessionHeader[], changes: Partial<Changes> = {}): Changes {
  return {
    dataVersion: 1,
    headers,
    suspects: headers,
    appended: new Map(),
    rows: new Map(headers.map(({ id }) => [id, { digest: ROWS, leastId: 1 }])),
    used: null,
    others: new Map(),
    byId: new Map(headers.map((header) => [header.id, header])),
    headersChanged: true,
    gone: () => [],
    ...changes,
  };
}

function plan(input: Partial<PlanInput> & Pick<PlanInput, 'changes'>) {
  const made = makePlan({
    counting: { mode: 'lifetime', generation: 3 },
    full: false,
    known,
    present: [],
    bookmark: () => undefined,
    ...input,
  });
  return {
    total: made.total,
    analyse: made.analyse.map((one) => [one.id, one.known === undefined ? 'anew' : 'from what is known']),
    refresh: made.refresh.map(({ id }) => id),
    gone: made.gone,
  };
}

describe('the plan of a scan', () => {
  const a = headerOf('a');
  const renamed = headerOf('b', { title: 'Renamed' });

  it('keeps what still holds, and analyses what does not', () => {
    assert.deepEqual(plan({ changes: changesOf([a, renamed]) }), {
      total: 2,
      analyse: [['b', 'from what is known']],
      refresh: [],
      gone: [],
    });
  });

  for (const [what, changes] of Object.entries<Partial<SessionHeader>>({
    'its start': { startedAt: 1_750_000_001 },
    'its model': { model: 'openai/gpt' },
    'its source': { source: 'telegram' },
    'its title, to none': { title: null },
    'its parent': { parent: 'a' },
  })) {
    it(`analyses a session that changed ${what}`, () => {
      assert.deepEqual(plan({ changes: changesOf([a, headerOf('b', changes)]) }).analyse, [
        ['b', 'from what is known'],
      ]);
    });
  }

  it('analyses a session that another one is the parent of, though it is the same to that one', () => {
    const facts = { ...known('child').facts, parent: 'a', kind: 'delegate', hasParent: true } as const;
    const record = (id: string): SessionRecord => (id === 'child' ? { ...known(id), facts } : known(id));
    const listed = (parent: string) => changesOf([a, headerOf('b'), headerOf('child', { parent })]);
    const analysed = (parent: string) => plan({ changes: listed(parent), known: record }).analyse.length;
    assert.deepEqual([analysed('a'), analysed('b')], [0, 1]);
  });

  for (const [what, changes] of Object.entries<Partial<SessionHeader>>({
    'was archived': { archived: true },
    'was hidden': { hidden: true },
    'moved to another folder': { cwd: '/home/somebody/elsewhere' },
    'was active later': { lastActivityAt: 1_750_009_999 },
    ended: { endedAt: 1_750_009_999, endReason: 'idle' },
  })) {
    it(`only notes that a session ${what}`, () => {
      const made = plan({ changes: changesOf([a, headerOf('b', changes)]) });
      assert.deepEqual([made.analyse, made.refresh], [[], ['b']]);
    });
  }

  it('of a full scan keeps nothing, nor does it go on from anything', () => {
    assert.deepEqual(plan({ changes: changesOf([a, renamed]), full: true }).analyse, [
      ['a', 'anew'],
      ['b', 'anew'],
    ]);
  });

  it('counts by new rules what older ones counted, but not what has no rows any more', () => {
    const older = (id: string): SessionRecord => ({ ...known(id), rules: 1 });
    assert.deepEqual(plan({ changes: changesOf([a]), known: older }).analyse, [['a', 'from what is known']]);
    const emptied = { ...ROWS, total: 0 };
    const kept = (id: string): SessionRecord => ({ ...older(id), rows: emptied });
    const changes = changesOf([a], { rows: new Map([['a', { digest: emptied, leastId: 0 }]]) });
    assert.deepEqual(plan({ changes, known: kept }).analyse, []);
  });

  it('counts for the dashboard what was counted for lifetime alone, or for another generation', () => {
    const counting = { mode: 'dashboard', generation: 2 } as const;
    for (const dashboard of [null, { generation: 1, stats: known('a').lifetime } as const]) {
      const before = (id: string): SessionRecord => ({ ...known(id), dashboard });
      assert.equal(plan({ changes: changesOf([a]), known: before, counting }).analyse.length, 1);
      assert.equal(plan({ changes: changesOf([a]), known: before }).analyse.length, 0);
    }
  });

  it('looks at the children of a session that ended otherwise', () => {
    const child = headerOf('child', { parent: 'a' });
    const record = (id: string): SessionRecord => {
      const facts = { ...known(id).facts, parent: 'a', kind: 'delegate', hasParent: true } as const;
      return id === 'child' ? { ...known(id), facts } : known(id);
    };
    const ended = headerOf('a', { endReason: 'compression', endedAt: 1_750_000_900 });
    const changes = changesOf([ended, child], { suspects: [ended] });
    const made = plan({ changes, known: record });
    assert.deepEqual([made.analyse, made.refresh], [[['child', 'from what is known']], ['a']]);
  });

  it('finds a session again that was gone', () => {
    const gone = (id: string): SessionRecord => ({ ...known(id), goneAt: 1_760_000_000 });
    assert.deepEqual(plan({ changes: changesOf([a]), known: gone }).refresh, ['a']);
  });

  it('names the sessions that are not listed any more', () => {
    assert.deepEqual(plan({ changes: changesOf([a], { gone: () => ['deleted'] }) }).gone, ['deleted']);
  });
});
