import assert from 'node:assert/strict';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Archive } from '../../../../src/archive/archive.ts';
import { ArchiveProblem } from '../../../../src/archive/file/archiveProblem.ts';
import type { TierName } from '../../../../src/badges/achievement.ts';
import type { UnlockChanges } from '../../../../src/badges/unlocks/detect.ts';
import { tierRank, type UnlockRecords } from '../../../../src/badges/unlocks/record.ts';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { WriteFailed } from '../../../../src/files/system/atomicFile.ts';
import { nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { UnlockBook } from '../../../../src/scanning/publishing/unlockBook.ts';
import { failingAt, WRITE_STEPS } from '../../files/support/faultyFileSystem.ts';
import { temporaryHome } from '../../files/support/temporaryHome.ts';

const SAVE = {
  announce: true,
  save: true,
  patience: { quietMs: 0, limitMs: 0 },
  dayOf: () => 20_000,
  sessions: [],
};
const { driver } = await loadDriver();
const EVIDENCE = { session_id: 's1', title: 'The session', value: 40 };

/** What a scan finds that sees one badge at this tier. */
function sees(id: string, tier: TierName, at: number): (records: UnlockRecords) => UnlockChanges {
  return (records) => {
    const known = records[id];
    const before = known ? (known.best_tier ?? known.first_tier) : null;
    if (known && tierRank(tier) <= tierRank(before)) return { news: [], records: {} };
    const kind = known ? 'tier_up' : 'unlock';
    const record = known ?? { unlocked_at: at, first_tier: tier, evidence: EVIDENCE };
    return {
      news: [{ id, kind, from_tier: before as TierName | null, to_tier: tier, at }],
      records: { [id]: { ...record, best_tier: tier } },
    };
  };
}

const seesNothing = (): UnlockChanges => ({ news: [], records: {} });

/** A book whose archive lies beside the shared files, as another process would open it. */
async function bookIn(directory: DataDirectory, { save = true } = {}): Promise<UnlockBook> {
  if (save) await directory.create();
  return new UnlockBook(new Archive(directory.pathOf('archive.sqlite'), driver, { write: save }));
}

async function stateIn(directory: DataDirectory): Promise<Record<string, { unlocked_at: number }>> {
  return JSON.parse(String(await directory.read('state.json'))).unlocks;
}

describe('the book of unlocks', () => {
  it('stores an unlock for the dashboard and remembers it', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await (await bookIn(directory)).record(directory, sees('a', 'Copper', 100), SAVE);
    assert.deepEqual(await stateIn(directory), {
      a: { unlocked_at: 100, first_tier: 'Copper', evidence: EVIDENCE },
    });
    const record = { unlocked_at: 100, first_tier: 'Copper', evidence: EVIDENCE, best_tier: 'Copper' };
    const { records } = await (await bookIn(directory)).record(directory, seesNothing, SAVE);
    assert.deepEqual(records, { a: record });
  });

  it('announces an unlock in one window only', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const first = await (await bookIn(directory)).record(directory, sees('a', 'Copper', 100), SAVE);
    const second = await (await bookIn(directory)).record(directory, sees('a', 'Copper', 100), SAVE);
    assert.deepEqual([first.news.length, second.news.length], [1, 0]);
  });

  it('leaves announcing to a window when the command line scans', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const commandLine = await (await bookIn(directory)).record(directory, sees('a', 'Copper', 1), {
      ...SAVE,
      announce: false,
    });
    const window = await (await bookIn(directory)).record(directory, seesNothing, SAVE);
    assert.deepEqual([commandLine.news.length, window.news.length], [0, 1]);
  });

  it('announces what a command line has found in one window only', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const found = { ...SAVE, announce: false };
    await (await bookIn(directory)).record(directory, sees('a', 'Copper', 1), found);
    await (await bookIn(directory)).record(directory, seesNothing, SAVE);
    assert.deepEqual((await (await bookIn(directory)).record(directory, seesNothing, SAVE)).news, []);
  });

  it('announces nothing where that cannot be marked: beside an archive of a newer version', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const problem = new ArchiveProblem('newer');
    const newer = { problem, steps: () => [], save: () => problem } as unknown as Archive;
    assert.deepEqual((await new UnlockBook(newer).record(directory, sees('a', 'Copper', 1), SAVE)).news, []);
  });

  it('keeps the best tier when figures fall', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const book = await bookIn(directory);
    await book.record(directory, sees('a', 'Copper', 100), SAVE);
    await book.record(directory, sees('a', 'Gold', 200), SAVE);
    const { records } = await book.record(directory, seesNothing, SAVE);
    assert.equal(records['a']?.best_tier, 'Gold');
    assert.deepEqual(
      (await book.timeline(directory)).map(({ kind, at }) => [kind, at]),
      [
        ['unlock', 100],
        ['tier_up', 200],
      ],
    );
  });

  it('restores a damaged state.json and says so once', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await (await bookIn(directory)).record(directory, sees('a', 'Copper', 100), SAVE);
    await writeFile(directory.pathOf('state.json'), '{"unlocks": {"a"');
    const first = await (await bookIn(directory)).record(directory, seesNothing, SAVE);
    const second = await (await bookIn(directory)).record(directory, seesNothing, SAVE);
    assert.deepEqual([first.setAside.length, second.setAside.length], [1, 0]);
    assert.equal((await stateIn(directory))['a']?.unlocked_at, 100);
  });

  it('puts an unlock back that the dashboard wrote over', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await (await bookIn(directory)).record(directory, sees('a', 'Copper', 100), SAVE);
    await writeFile(
      directory.pathOf('state.json'),
      '{"unlocks": {"a": {"unlocked_at": 150, "first_tier": "Copper"}}}',
    );
    await (await bookIn(directory)).record(directory, seesNothing, SAVE);
    assert.equal((await stateIn(directory))['a']?.unlocked_at, 100);
  });

  it('learns from state.json what its archive does not know', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await (await bookIn(directory)).record(directory, sees('a', 'Copper', 100), SAVE);
    await rm(directory.pathOf('archive.sqlite'));
    const { records, news } = await (await bookIn(directory)).record(directory, seesNothing, SAVE);
    assert.deepEqual([records['a']?.unlocked_at, news.length], [100, 1]);
  });

  it('keeps with each step the day on which it was reached', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await (await bookIn(directory)).record(directory, sees('a', 'Copper', 100), SAVE);
    const archive = new Archive(directory.pathOf('archive.sqlite'), driver, { write: false });
    t.after(() => archive.close());
    assert.deepEqual(
      archive.steps().map(({ id, tier, at, day, announced }) => [id, tier, at, day, announced]),
      [['a', 'Copper', 100, 20_000, true]],
    );
  });

  it('writes nothing when it is told not to save, and still remembers', async (t) => {
    const home = await temporaryHome(t);
    const directory = await DataDirectory.locate(home);
    const book = await bookIn(directory, { save: false });
    await book.record(directory, sees('a', 'Copper', 100), { ...SAVE, save: false });
    const { records, news } = await book.record(directory, sees('a', 'Copper', 200), {
      ...SAVE,
      save: false,
    });
    assert.equal(records['a']?.unlocked_at, 100);
    assert.deepEqual(news, []);
    assert.deepEqual(await readdir(home), []);
  });

  for (const step of WRITE_STEPS) {
    it(`remembers what could not be stored because ${step} failed, and stores it later`, async (t) => {
      const home = await temporaryHome(t);
      const book = await bookIn(await DataDirectory.locate(home));
      const full = await DataDirectory.locate(home, failingAt(step, 'ENOSPC'));
      const { problem, news } = await book.record(full, sees('a', 'Copper', 100), SAVE);
      assert.ok(problem instanceof WriteFailed);
      assert.deepEqual([problem.code, news.length], ['ENOSPC', 1]);
      const later = await book.record(await DataDirectory.locate(home), sees('a', 'Copper', 200), SAVE);
      assert.deepEqual([later.problem, later.news.length], [null, 0]);
      assert.equal((await stateIn(await DataDirectory.locate(home)))['a']?.unlocked_at, 100);
    });
  }

  it('stores its own history first, from which state.json can be restored whatever happens then', async (t) => {
    const home = await temporaryHome(t);
    const directory = await DataDirectory.locate(home);
    const book = await bookIn(directory);
    // Whoever is killed while it writes state.json does nothing of what it would have done next.
    const killed = Promise.withResolvers<void>();
    const dying = await DataDirectory.locate(home, {
      ...nodeFileSystem,
      create: (path, mode) => {
        if (!path.includes('state.json')) return nodeFileSystem.create(path, mode);
        killed.resolve();
        return new Promise(() => {});
      },
    });
    void book.record(dying, sees('a', 'Gold', 100), SAVE);
    await killed.promise;
    const { records } = await (await bookIn(directory)).record(directory, seesNothing, SAVE);
    assert.deepEqual([records['a']?.unlocked_at, records['a']?.best_tier], [100, 'Gold']);
  });

  it('remembers without writing over what it may not read', async (t) => {
    const home = await temporaryHome(t);
    const directory = await DataDirectory.locate(home);
    await (await bookIn(directory)).record(directory, sees('a', 'Copper', 100), SAVE);
    const refuse = async (): Promise<never> => {
      throw Object.assign(new Error('refused'), { code: 'EACCES' });
    };
    const locked = await DataDirectory.locate(home, { ...nodeFileSystem, readFile: refuse });
    const { records, problem } = await (await bookIn(directory)).record(locked, sees('b', 'Gold', 200), SAVE);
    assert.deepEqual(
      [Object.keys(records), problem?.message],
      [
        ['a', 'b'],
        'The unlocks in state.json could not be read: permission was denied; give this user the right to it',
      ],
    );
    assert.deepEqual(Object.keys(await stateIn(await DataDirectory.locate(home))), ['a']);
  });

  it('does not bring back what somebody else has reset', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const book = await bookIn(directory);
    await book.record(directory, sees('a', 'Copper', 100), SAVE);
    const other = new Archive(directory.pathOf('archive.sqlite'), driver, { write: true });
    other.forgetSteps();
    other.close();
    await rm(directory.pathOf('state.json'));
    assert.deepEqual((await book.record(directory, seesNothing, SAVE)).records, {});
  });
});
