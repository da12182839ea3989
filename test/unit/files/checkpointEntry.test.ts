import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkpointEntryFrom, isSameFingerprint, statsFor } from '../../../src/files/checkpointEntry.ts';
import { dashboardEntry, ownEntry, someStats } from './support/sessions.ts';

/** A value after a trip through a file. */
function stored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('a checkpoint entry read from a file', () => {
  for (const [what, figures] of [
    ['a number in quotes', { message_count: '12' }],
    ['a negative count', { error_count: -1 }],
    ['half a count', { git_events: 0.5 }],
    ['an absurd count', { git_events: 9e15 }],
    ['a count that is null, as NaN reads', { git_events: null }],
    ['a missing count', { cache_events: undefined }],
    ['a list for a count', { cache_events: [] }],
    ['tool names that are not strings', { tool_names: ['terminal', 5] }],
    ['tool names that are no list', { tool_names: 'terminal' }],
    ['a title that is an object', { title: {} }],
    ['a moment in quotes', { last_active: '1750000000' }],
    ['a port conflict that is no truth value', { port_conflict: 1 }],
  ] as const) {
    it(`is dropped for ${what}`, () => {
      const entry = { ...dashboardEntry('s1'), stats: { ...someStats('s1'), ...figures } };
      assert.equal(checkpointEntryFrom(stored(entry)), undefined);
    });
  }

  for (const entry of [null, 5, 'text', [], {}, { stats: someStats('s1') }, { fingerprint: {} }]) {
    it(`is dropped when it is ${JSON.stringify(entry)?.slice(0, 30)}`, () => {
      assert.equal(checkpointEntryFrom(entry), undefined);
    });
  }

  it('loses keys that we do not know, a prototype among them', () => {
    const text = JSON.stringify(dashboardEntry('s1')).replace(
      '"stats":{',
      '"stats":{"__proto__":{"x":[[[]]]},"new":1,',
    );
    assert.deepEqual(checkpointEntryFrom(JSON.parse(text)), dashboardEntry('s1'));
  });

  it('takes a fingerprint field that is missing for null', () => {
    const entry = { ...dashboardEntry('s1'), fingerprint: { started_at: 5 } };
    assert.deepEqual(checkpointEntryFrom(entry)?.fingerprint, {
      last_active: null,
      started_at: 5,
      model: null,
      title: null,
    });
  });

  for (const own of [
    5,
    {},
    { digest: {}, modes: [] },
    { ...ownEntry('s1').vscode, modes: ['all'] },
    { ...ownEntry('s1').vscode, lifetime: {} },
    { ...ownEntry('s1').vscode, digest: { ...ownEntry('s1').vscode?.digest, maxId: -1 } },
  ]) {
    it(`stands without our own figures when they are ${JSON.stringify(own).slice(0, 50)}`, () => {
      assert.deepEqual(checkpointEntryFrom({ ...dashboardEntry('s1'), vscode: own }), dashboardEntry('s1'));
    });
  }

  it('never throws, and holds only whole numbers, whatever is in the file', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const hostile = fc.dictionary(
      fc.constantFrom(...Object.keys(someStats('x')), '__proto__', 'toString'),
      value,
    );
    fc.assert(
      fc.property(hostile, value, value, (figures, fingerprint, vscode) => {
        const stats = { ...someStats('s1'), ...figures };
        const entry = checkpointEntryFrom({ fingerprint, stats, vscode });
        const counts = Object.values(entry?.stats ?? {}).filter((figure) => typeof figure === 'number');
        assert.equal(
          counts.every((count) => Number.isFinite(count)),
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the figures for a history mode', () => {
  it('are those of the active rows for the dashboard', () => {
    assert.equal(statsFor(ownEntry('s1'), 'dashboard')?.message_count, 12);
  });

  it('are those of compacted rows too for a lifetime', () => {
    assert.equal(statsFor(ownEntry('s1'), 'lifetime')?.message_count, 14);
  });

  it('are the same where the two do not differ', () => {
    const { lifetime, ...own } = ownEntry('s1').vscode!;
    assert.equal(statsFor({ ...dashboardEntry('s1'), vscode: own }, 'lifetime')?.message_count, 12);
  });

  it('are unknown for a lifetime in an entry of the dashboard', () => {
    assert.equal(statsFor(dashboardEntry('s1'), 'lifetime'), undefined);
  });
});

describe('a fingerprint', () => {
  const { fingerprint } = dashboardEntry('s1');

  it('is the same with the same fields', () => {
    assert.equal(isSameFingerprint(fingerprint, { ...fingerprint }), true);
  });

  for (const change of [{ last_active: 1 }, { started_at: null }, { model: null }, { title: 'New' }]) {
    it(`differs in ${Object.keys(change)[0]}`, () => {
      assert.equal(isSameFingerprint(fingerprint, { ...fingerprint, ...change }), false);
    });
  }
});
