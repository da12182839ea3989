import assert from 'node:assert/strict';
import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { WriteFailed } from '../../../src/files/atomicFile.ts';
import type { CheckpointEntry } from '../../../src/files/checkpointEntry.ts';
import { CheckpointFile } from '../../../src/files/checkpointFile.ts';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { nodeFileSystem } from '../../../src/files/fileSystem.ts';
import { failingAt, WRITE_STEPS } from './support/faultyFileSystem.ts';
import { dashboardEntry, ownEntry } from './support/sessions.ts';
import { makePlace, newerPlace, temporaryHome } from './support/temporaryHome.ts';

const AT_ONCE = { quietMs: 0, limitMs: 0 };
const ALL = { exists: () => true, now: 1_750_001_000 };

function entries(...list: CheckpointEntry[]): Map<string, CheckpointEntry> {
  return new Map(list.map((entry) => [entry.stats.session_id, entry]));
}

/** What the dashboard would have written. */
function dashboardFile(...list: CheckpointEntry[]): string {
  return JSON.stringify(
    { schema_version: 1, generated_at: 1, sessions: Object.fromEntries(entries(...list)) },
    null,
    2,
  );
}

describe('the checkpoint', () => {
  it('gives back what was saved', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const saved = entries(
      ownEntry('s1'),
      dashboardEntry('s2'),
      ownEntry('__proto__', { title: 'Ünïcode 日志 \ud83d' }),
    );
    await new CheckpointFile().save(directory, saved, ALL);
    assert.deepEqual(await new CheckpointFile().load(directory), {
      entries: saved,
      dropped: 0,
      problem: null,
    });
  });

  it('has exactly the shape that the dashboard reads, with one further key an entry', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const entry = ownEntry('s1');
    await new CheckpointFile().save(directory, entries(entry), ALL);
    assert.deepEqual(JSON.parse(String(await directory.read('scan_checkpoint.json'))), {
      schema_version: 1,
      generated_at: 1_750_001_000,
      sessions: { s1: { fingerprint: entry.fingerprint, stats: entry.stats, vscode: entry.vscode } },
    });
  });

  it('is plain ASCII, which every encoding reads alike', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await new CheckpointFile().save(directory, entries(ownEntry('s1', { title: '日志 é' })), ALL);
    const bytes = await directory.read('scan_checkpoint.json');
    assert.equal(
      bytes?.every((byte) => byte < 0x80),
      true,
    );
  });

  it('is written and read in pieces larger than one, without a session lost', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const saved = entries(...Array.from({ length: 1500 }, (_, index) => ownEntry(`session-${index}`)));
    await new CheckpointFile().save(directory, saved, ALL);
    assert.equal((await stat(directory.pathOf('scan_checkpoint.json'))).size > 2 * 512 * 1024, true);
    assert.deepEqual((await new CheckpointFile().load(directory)).entries, saved);
  });

  it('is empty without a problem where there is no file', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    assert.deepEqual(await new CheckpointFile().load(directory), {
      entries: new Map(),
      dropped: 0,
      problem: null,
    });
  });

  it('of the dashboard is read, words like Infinity included', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const text = dashboardFile(dashboardEntry('s1')).replaceAll('1750000600.25', 'Infinity');
    await directory.write('scan_checkpoint.json', `\ufeff${text}`);
    const { entries: loaded } = await new CheckpointFile().load(directory);
    assert.equal(loaded.get('s1')?.fingerprint.last_active, null);
  });

  for (const [what, text] of [
    ['another schema version', '{"schema_version": 2, "sessions": {}}'],
    ['no schema version', '{"sessions": {}}'],
    ['a list of sessions', '{"schema_version": 1, "sessions": []}'],
    ['text that is cut off', '{"schema_version": 1, "sessions": {"a": {"fing'],
    ['nothing in it', ''],
    ['a list', '[]'],
    ['a deep nest', `${'['.repeat(200_000)}`],
  ] as const) {
    it(`with ${what} is empty and says why`, async (t) => {
      const directory = await DataDirectory.locate(await temporaryHome(t));
      await directory.write('scan_checkpoint.json', text);
      const { entries: loaded, problem } = await new CheckpointFile(AT_ONCE).load(directory);
      assert.equal(loaded.size, 0);
      assert.notEqual(problem, null);
    });
  }

  it('that the dashboard is half through writing is waited for', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await directory.write('scan_checkpoint.json', dashboardFile(dashboardEntry('s1')));
    const path = directory.pathOf('scan_checkpoint.json');
    const whole = await readFile(path, 'utf8');
    await truncate(path, 100);
    const loading = new CheckpointFile().load(directory);
    await writeFile(path, whole);
    assert.equal((await loading).entries.size, 1);
  });

  it('of the older place is read, and written to the newer', async (t) => {
    const home = await temporaryHome(t);
    await new CheckpointFile().save(await DataDirectory.locate(home), entries(ownEntry('s1')), ALL);
    await makePlace(newerPlace(home));
    const moved = await DataDirectory.locate(home);
    const file = new CheckpointFile();
    const { entries: loaded } = await file.load(moved);
    await file.save(moved, loaded, ALL);
    assert.equal((await readFile(moved.pathOf('scan_checkpoint.json'), 'utf8')).includes('"s1"'), true);
  });
});

describe('saving over a checkpoint that somebody else wrote', () => {
  const later = { last_active: 1_750_009_999 };

  async function saveOver(
    directory: DataDirectory,
    theirs: CheckpointEntry[],
    ours: CheckpointEntry[],
    exists: (id: string) => boolean = () => true,
  ): Promise<Map<string, CheckpointEntry>> {
    await directory.write('scan_checkpoint.json', dashboardFile(...theirs));
    await new CheckpointFile().save(directory, entries(...ours), { ...ALL, exists });
    return (await new CheckpointFile().load(directory)).entries;
  }

  it('keeps entries of sessions that we have none of', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const after = await saveOver(directory, [dashboardEntry('theirs')], [ownEntry('ours')]);
    assert.deepEqual(after, entries(ownEntry('ours'), dashboardEntry('theirs')));
  });

  it('drops sessions that no longer exist, theirs and ours', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const after = await saveOver(directory, [dashboardEntry('theirs')], [ownEntry('ours')], () => false);
    assert.equal(after.size, 0);
  });

  it('keeps our entry, which holds more, for the same state of a session', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const after = await saveOver(directory, [dashboardEntry('s1')], [ownEntry('s1')]);
    assert.deepEqual(after.get('s1'), ownEntry('s1'));
  });

  it('keeps their entry when the session was active later than ours says', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const after = await saveOver(directory, [dashboardEntry('s1', later)], [ownEntry('s1')]);
    assert.deepEqual(after.get('s1'), dashboardEntry('s1', later));
  });

  it('tells which entries of theirs it kept', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await directory.write('scan_checkpoint.json', dashboardFile(dashboardEntry('theirs')));
    const kept = await new CheckpointFile().save(directory, entries(ownEntry('ours')), ALL);
    assert.deepEqual([...kept.keys()], ['theirs']);
  });

  it('does not read the file again that it wrote itself', async (t) => {
    const home = await temporaryHome(t);
    const reads: string[] = [];
    const readFileCounted = (path: string): Promise<Buffer> => {
      reads.push(path);
      return nodeFileSystem.readFile(path);
    };
    const directory = await DataDirectory.locate(home, { ...nodeFileSystem, readFile: readFileCounted });
    const file = new CheckpointFile();
    await file.save(directory, entries(ownEntry('s1')), ALL);
    reads.length = 0;
    await file.save(directory, entries(ownEntry('s1'), ownEntry('s2')), ALL);
    assert.deepEqual(reads, []);
  });

  it('keeps what others wrote when it saves a second time', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await directory.write('scan_checkpoint.json', dashboardFile(dashboardEntry('theirs')));
    const file = new CheckpointFile();
    await file.save(directory, entries(ownEntry('ours')), ALL);
    await file.save(directory, entries(ownEntry('ours')), ALL);
    assert.deepEqual([...(await new CheckpointFile().load(directory)).entries.keys()], ['ours', 'theirs']);
  });

  it('keeps what it wrote itself when everything is analysed anew and that is cut short', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const file = new CheckpointFile();
    await file.save(directory, entries(ownEntry('first'), ownEntry('second')), ALL);
    await file.save(directory, entries(ownEntry('first')), ALL);
    assert.deepEqual([...(await new CheckpointFile().load(directory)).entries.keys()], ['first', 'second']);
  });

  it('merges what is written while it writes', async (t) => {
    const home = await temporaryHome(t);
    const path = (await DataDirectory.locate(home)).pathOf('scan_checkpoint.json');
    let raced = false;
    const directory = await DataDirectory.locate(home, {
      ...nodeFileSystem,
      create: async (name, mode) => {
        if (!raced) await writeFile(path, dashboardFile(dashboardEntry('theirs')));
        raced = true;
        return nodeFileSystem.create(name, mode);
      },
    });
    await new CheckpointFile().save(directory, entries(ownEntry('ours')), ALL);
    assert.deepEqual([...(await new CheckpointFile().load(directory)).entries.keys()], ['ours', 'theirs']);
  });

  for (const step of WRITE_STEPS) {
    it(`leaves the old checkpoint whole when ${step} fails`, async (t) => {
      const home = await temporaryHome(t);
      await new CheckpointFile().save(await DataDirectory.locate(home), entries(ownEntry('s1')), ALL);
      const full = await DataDirectory.locate(home, failingAt(step, 'ENOSPC'));
      await assert.rejects(new CheckpointFile().save(full, entries(ownEntry('s2')), ALL), WriteFailed);
      assert.deepEqual((await new CheckpointFile().load(full)).entries, entries(ownEntry('s1')));
    });
  }
});
