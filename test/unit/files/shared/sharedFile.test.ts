import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { replaceShared } from '../../../../src/files/shared/sharedFile.ts';
import { type FileSystem, nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';
import { failingAt } from '../support/faultyFileSystem.ts';
import { makePlace, olderPlace, temporaryHome } from '../support/temporaryHome.ts';

const OLD = '{"unlocks": {}}';
const THEIRS = '{"unlocks": {"theirs": 1}}';
const OURS = '{"unlocks": {"ours": 1}}';

const ON_WINDOWS = process.platform === 'win32' && 'a file cannot be renamed away there while it is open';

/** A home whose shared file holds what is given, seen through a file system. */
async function directoryWith(
  t: TestContext,
  content: string | undefined,
  fs: FileSystem = nodeFileSystem,
): Promise<{ directory: DataDirectory; path: string }> {
  const home = await temporaryHome(t);
  const path = join(await makePlace(olderPlace(home)), 'state.json');
  if (content !== undefined) await writeFile(path, content);
  return { directory: await DataDirectory.locate(home, fs), path };
}

/** A file system that lets somebody write in the very moment of the rename, and shows of it at each look what is given. */
function overtaking(...looks: readonly string[]): FileSystem {
  let look = 0;
  return {
    ...nodeFileSystem,
    openToRead: async (path) => ({
      ...(await nodeFileSystem.openToRead(path)),
      readAll: async () => Buffer.from(looks[Math.min(look++, looks.length - 1)]!),
    }),
  };
}

/** The same file system, and how many files opened for reading are open still. */
function counting(fs: FileSystem): { fs: FileSystem; open: () => number } {
  let open = 0;
  const openToRead = async (path: string) => {
    const file = await fs.openToRead(path);
    open++;
    return {
      ...file,
      close: async () => {
        open--;
        await file.close();
      },
    };
  };
  return { fs: { ...fs, openToRead }, open: () => open };
}

describe('a file that another program rewrites in place', () => {
  it('is replaced while it is what the new content was merged from', async (t) => {
    const { directory, path } = await directoryWith(t, OLD);
    assert.deepEqual(await replaceShared(directory, 'state.json', Buffer.from(OLD), OURS), {
      kind: 'replaced',
    });
    assert.equal(await readFile(path, 'utf8'), OURS);
  });

  it('is written where there was none, and there still is none', async (t) => {
    const { directory, path } = await directoryWith(t, undefined);
    assert.deepEqual(await replaceShared(directory, 'state.json', undefined, OURS), { kind: 'replaced' });
    assert.equal(await readFile(path, 'utf8'), OURS);
  });

  for (const [what, expected] of [
    ['written since', Buffer.from(OLD)],
    ['created since', undefined],
  ] as const) {
    it(`is left alone when it was ${what}`, async (t) => {
      const { directory, path } = await directoryWith(t, THEIRS);
      assert.deepEqual(await replaceShared(directory, 'state.json', expected, OURS), { kind: 'outdated' });
      assert.equal(await readFile(path, 'utf8'), THEIRS);
    });
  }

  it('gives back what was written into it in the moment of the rename', { skip: ON_WINDOWS }, async (t) => {
    const { directory } = await directoryWith(t, OLD, overtaking(THEIRS));
    const { kind, ...rest } = await replaceShared(directory, 'state.json', Buffer.from(OLD), OURS);
    assert.deepEqual([kind, String('bytes' in rest && rest.bytes)], ['overtook', THEIRS]);
  });

  it('is waited for by who finds it half-written after the rename', { skip: ON_WINDOWS }, async (t) => {
    const { directory } = await directoryWith(t, OLD, overtaking('', THEIRS.slice(0, 12), THEIRS));
    const { kind, ...rest } = await replaceShared(directory, 'state.json', Buffer.from(OLD), OURS);
    assert.deepEqual([kind, String('bytes' in rest && rest.bytes)], ['overtook', THEIRS]);
  });

  for (const [how, content, fs] of [
    ['was replaced', OLD, nodeFileSystem],
    ['was left alone', THEIRS, nodeFileSystem],
    ['could not be replaced', OLD, failingAt('rename', 'ENOSPC')],
  ] as const) {
    it(`is not held open when it ${how}`, { skip: ON_WINDOWS }, async (t) => {
      const { fs: counted, open } = counting(fs);
      const { directory } = await directoryWith(t, content, counted);
      await replaceShared(directory, 'state.json', Buffer.from(OLD), OURS).catch(() => undefined);
      assert.equal(open(), 0);
    });
  }
});
