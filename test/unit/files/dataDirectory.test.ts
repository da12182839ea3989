import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { WriteFailed } from '../../../src/files/system/atomicFile.ts';
import { nodeFileSystem } from '../../../src/files/system/fileSystem.ts';
import { makePlace, newerPlace, olderPlace, temporaryHome } from './support/temporaryHome.ts';

describe('the data directory', () => {
  it('is the older place where the newer one does not exist', async (t) => {
    const home = await temporaryHome(t);
    assert.equal((await DataDirectory.locate(home)).path, olderPlace(home));
  });

  it('is the newer place where that exists, even if the older one does too', async (t) => {
    const home = await temporaryHome(t);
    await makePlace(olderPlace(home));
    await makePlace(newerPlace(home));
    assert.equal((await DataDirectory.locate(home)).path, newerPlace(home));
  });

  it('is not the newer place where only a file has that name', async (t) => {
    const home = await temporaryHome(t);
    await makePlace(join(home, 'plugin-data'));
    await writeFile(newerPlace(home), '');
    assert.equal((await DataDirectory.locate(home)).path, olderPlace(home));
  });

  it('reads from the older place what the newer one lacks', async (t) => {
    const home = await temporaryHome(t);
    await writeFile(join(await makePlace(olderPlace(home)), 'state.json'), 'from the older');
    await makePlace(newerPlace(home));
    const directory = await DataDirectory.locate(home);
    assert.equal(String(await directory.read('state.json')), 'from the older');
  });

  it('reads from the newer place what both have', async (t) => {
    const home = await temporaryHome(t);
    await writeFile(join(await makePlace(olderPlace(home)), 'state.json'), 'from the older');
    await writeFile(join(await makePlace(newerPlace(home)), 'state.json'), 'from the newer');
    const directory = await DataDirectory.locate(home);
    assert.equal(String(await directory.read('state.json')), 'from the newer');
  });

  it('writes to the newer place and leaves the older file alone', async (t) => {
    const home = await temporaryHome(t);
    await writeFile(join(await makePlace(olderPlace(home)), 'state.json'), 'old');
    await makePlace(newerPlace(home));
    const directory = await DataDirectory.locate(home);
    await directory.write('state.json', 'new');
    assert.equal(await readFile(join(newerPlace(home), 'state.json'), 'utf8'), 'new');
    assert.equal(await readFile(join(olderPlace(home), 'state.json'), 'utf8'), 'old');
  });

  it('creates nothing while it is only read', async (t) => {
    const home = await temporaryHome(t);
    const directory = await DataDirectory.locate(home);
    assert.equal(await directory.read('state.json'), undefined);
    assert.equal(await directory.isWritable(), true);
    assert.deepEqual(await readdir(home), []);
  });

  it('is created for its user alone', async (t) => {
    const home = await temporaryHome(t);
    const directory = await DataDirectory.locate(home);
    await directory.write('state.json', '{}');
    const { mode } = await stat(directory.path);
    assert.equal(mode & 0o777, process.platform === 'win32' ? 0o666 : 0o700);
  });

  it('may be created by somebody else in the same moment', async (t) => {
    const home = await temporaryHome(t);
    const overtaken = async (path: string, mode: number): Promise<void> => {
      await nodeFileSystem.createDirectory(path, mode);
      await nodeFileSystem.createDirectory(path, mode);
    };
    const directory = await DataDirectory.locate(home, { ...nodeFileSystem, createDirectory: overtaken });
    await directory.write('state.json', '{}');
    assert.equal(String(await directory.read('state.json')), '{}');
  });

  it('never creates the home itself', async (t) => {
    const home = join(await temporaryHome(t), 'absent');
    const directory = await DataDirectory.locate(home);
    await assert.rejects(directory.write('state.json', '{}'), WriteFailed);
    assert.equal(await nodeFileSystem.exists(home), false);
  });

  it('knows that it is not writable where the system says so', async (t) => {
    const home = await temporaryHome(t);
    const directory = await DataDirectory.locate(home, { ...nodeFileSystem, isWritable: async () => false });
    assert.equal(await directory.isWritable(), false);
  });
});
