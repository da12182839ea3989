import assert from 'node:assert/strict';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import type { StateEntry } from '../../../../src/files/shared/unlockEntry.ts';
import { mergeIntoState, readState } from '../../../../src/files/shared/unlockState.ts';
import { WriteFailed } from '../../../../src/files/system/atomicFile.ts';
import { nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';
import { failingAt, WRITE_STEPS } from '../support/faultyFileSystem.ts';
import { makePlace, newerPlace, olderPlace, temporaryHome } from '../support/temporaryHome.ts';

const AT_ONCE = { patience: { quietMs: 0, limitMs: 0 } };

const copper: StateEntry = { unlocked_at: 1_700_000_000, first_tier: 'Copper', evidence: null };

async function homeWithState(
  t: TestContext,
  content: unknown,
): Promise<{ directory: DataDirectory; path: string }> {
  const home = await temporaryHome(t);
  const path = join(await makePlace(olderPlace(home)), 'state.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return { directory: await DataDirectory.locate(home), path };
}

async function unlocksIn(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path, 'utf8')).unlocks;
}

describe('merging into state.json', () => {
  it('creates it with exactly the keys that the dashboard knows', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const evidence = { session_id: 's1', title: 'A title', value: 40 };
    await mergeIntoState(directory, new Map([['let_him_cook', { ...copper, evidence, best_tier: 'Gold' }]]));
    assert.deepEqual(JSON.parse(String(await directory.read('state.json'))), {
      unlocks: { let_him_cook: { unlocked_at: 1_700_000_000, first_tier: 'Copper', evidence } },
    });
  });

  it('keeps unlocks and keys that it does not know, at every level', async (t) => {
    const before = {
      version: 7,
      unlocks: {
        other: { unlocked_at: 5, first_tier: null, evidence: { session_id: 'x', extra: [1] }, note: 'mine' },
      },
    };
    const { directory, path } = await homeWithState(t, before);
    await mergeIntoState(directory, new Map([['let_him_cook', copper]]));
    const after = { ...before, unlocks: { ...before.unlocks, let_him_cook: copper } };
    assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), after);
  });

  it('lets the earlier unlock on disk win', async (t) => {
    const { directory, path } = await homeWithState(t, { unlocks: { a: { ...copper, unlocked_at: 100 } } });
    const merged = await mergeIntoState(directory, new Map([['a', { ...copper, unlocked_at: 200 }]]));
    assert.equal(merged.get('a')?.unlocked_at, 100);
    assert.deepEqual(await unlocksIn(path), { a: { ...copper, unlocked_at: 100 } });
  });

  it('puts an earlier unlock in place of a later one and keeps its unknown keys', async (t) => {
    const { directory, path } = await homeWithState(t, {
      unlocks: { a: { ...copper, unlocked_at: 200, note: 'mine' } },
    });
    await mergeIntoState(directory, new Map([['a', { ...copper, unlocked_at: 100 }]]));
    assert.deepEqual(await unlocksIn(path), { a: { ...copper, unlocked_at: 100, note: 'mine' } });
  });

  it('does not touch the file when nothing is new', async (t) => {
    const { directory, path } = await homeWithState(t, { unlocks: { a: copper } });
    const before = await stat(path);
    await mergeIntoState(directory, new Map([['a', copper]]));
    const after = await stat(path);
    assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
  });

  for (const moment of [-5, 0, 1.7e12, 'yesterday', null]) {
    it(`does not take ${JSON.stringify(moment)} for an earlier moment`, async (t) => {
      const { directory, path } = await homeWithState(t, {
        unlocks: { a: { ...copper, unlocked_at: moment } },
      });
      await mergeIntoState(directory, new Map([['a', copper]]));
      assert.deepEqual(await unlocksIn(path), { a: copper });
    });
  }

  for (const [unit, factor] of Object.entries({ milliseconds: 1e3, microseconds: 1e6, nanoseconds: 1e9 })) {
    it(`takes a moment in ${unit} for the one that it means`, async (t) => {
      const stored = { a: { ...copper, unlocked_at: 1_600_000_000 * factor, note: 'mine' } };
      const { directory, path } = await homeWithState(t, { unlocks: stored });
      assert.equal((await readState(directory)).entries.get('a')?.unlocked_at, 1_600_000_000);
      const merged = await mergeIntoState(directory, new Map([['a', copper]]));
      assert.equal(merged.get('a')?.unlocked_at, 1_600_000_000);
      assert.deepEqual(await unlocksIn(path), { a: { ...stored.a, unlocked_at: 1_600_000_000 } });
    });
  }

  it('treats an id like a name of JavaScript as any other', async (t) => {
    const { directory, path } = await homeWithState(t, '{"unlocks": {"__proto__": {"unlocked_at": 9}}}');
    await mergeIntoState(directory, new Map([['constructor', copper]]));
    assert.deepEqual(Object.keys(await unlocksIn(path)), ['__proto__', 'constructor']);
  });

  it('reads the older file and writes the newer when Hermes has moved', async (t) => {
    const home = await temporaryHome(t);
    const older = join(await makePlace(olderPlace(home)), 'state.json');
    await writeFile(older, JSON.stringify({ unlocks: { old: copper } }));
    await makePlace(newerPlace(home));
    await mergeIntoState(await DataDirectory.locate(home), new Map([['new', copper]]));
    assert.deepEqual(await unlocksIn(join(newerPlace(home), 'state.json')), { old: copper, new: copper });
    assert.deepEqual(await unlocksIn(older), { old: copper });
  });

  for (const step of WRITE_STEPS) {
    it(`leaves the file whole when ${step} fails`, async (t) => {
      const { path } = await homeWithState(t, { unlocks: { a: copper } });
      const directory = await DataDirectory.locate(join(path, '..', '..', '..'), failingAt(step, 'ENOSPC'));
      await assert.rejects(mergeIntoState(directory, new Map([['b', copper]])), WriteFailed);
      assert.deepEqual(await unlocksIn(path), { a: copper });
    });
  }
});

describe('a damaged state.json', () => {
  for (const [what, content] of [
    ['cut off', '{"unlocks": {"a": {"unlo'],
    ['empty', ''],
    ['a list', '[]'],
    ['one with a list of unlocks', '{"unlocks": []}'],
    ['not text', '\u0000\u0001\u0002'],
    [
      'nested so deep that it could not be written again',
      `{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
    ],
  ] as const) {
    it(`that is ${what} is set aside untouched, and a new one is written`, async (t) => {
      const { directory, path } = await homeWithState(t, content);
      const names: string[] = [];
      const onSetAside = (name: string): unknown => names.push(name);
      await mergeIntoState(directory, new Map([['a', copper]]), { ...AT_ONCE, onSetAside });
      assert.equal(names.length, 1);
      assert.equal(await readFile(directory.pathOf(names[0]!), 'utf8'), content);
      assert.deepEqual(await unlocksIn(path), { a: copper });
    });
  }

  it('is set aside under a name of its own each time', async (t) => {
    const { directory, path } = await homeWithState(t, 'first');
    await mergeIntoState(directory, new Map([['a', copper]]), AT_ONCE);
    await writeFile(path, 'second');
    await mergeIntoState(directory, new Map([['a', copper]]), AT_ONCE);
    assert.equal(
      (await readdir(directory.path)).filter((name) => name.startsWith('state.damaged-')).length,
      2,
    );
  });

  it('is left where it is by a mere reader', async (t) => {
    const { directory, path } = await homeWithState(t, 'damaged');
    assert.deepEqual(await readState(directory, AT_ONCE), { entries: new Map(), damaged: true });
    assert.equal(await readFile(path, 'utf8'), 'damaged');
  });

  it('is not one that Python wrote with NaN in it', async (t) => {
    const { directory } = await homeWithState(
      t,
      '{"unlocks": {"a": {"unlocked_at": 5, "evidence": NaN, "n": "NaN"}}}',
    );
    const { entries } = await readState(directory, AT_ONCE);
    assert.deepEqual(entries.get('a'), { unlocked_at: 5, first_tier: null, evidence: null });
  });

  it('is not one that the dashboard is half through writing', async (t) => {
    const { directory, path } = await homeWithState(t, { unlocks: { a: copper } });
    const whole = await readFile(path, 'utf8');
    await truncate(path, 10);
    const reading = readState(directory);
    await writeFile(path, whole);
    assert.deepEqual(await reading, { entries: new Map([['a', copper]]), damaged: false });
  });
});

describe('a write of the dashboard that falls between our read and our write', () => {
  const theirs = { unlocks: { theirs: { unlocked_at: 50, first_tier: 'Silver', evidence: null } } };

  it('is merged when it comes before our rename', async (t) => {
    const { directory, path } = await homeWithState(t, { unlocks: {} });
    const racing = await DataDirectory.locate(join(directory.path, '..', '..'), {
      ...nodeFileSystem,
      create: async (name, mode) => {
        await writeFile(path, JSON.stringify(theirs));
        return nodeFileSystem.create(name, mode);
      },
    });
    await mergeIntoState(racing, new Map([['ours', copper]]));
    assert.deepEqual(await unlocksIn(path), { ...theirs.unlocks, ours: copper });
  });

  it('is merged when it comes in the very moment of our rename', async (t) => {
    const { directory, path } = await homeWithState(t, { unlocks: {} });
    let raced = false;
    const racing = await DataDirectory.locate(join(directory.path, '..', '..'), {
      ...nodeFileSystem,
      rename: async (from, to) => {
        if (!raced) await writeFile(path, JSON.stringify(theirs));
        raced = true;
        await nodeFileSystem.rename(from, to);
      },
    });
    await mergeIntoState(racing, new Map([['ours', copper]]));
    // Windows cannot look at a file that was renamed away; there our history brings ours back, not theirs.
    const expected = process.platform === 'win32' ? { ours: copper } : { ...theirs.unlocks, ours: copper };
    assert.deepEqual(await unlocksIn(path), expected);
  });
});
