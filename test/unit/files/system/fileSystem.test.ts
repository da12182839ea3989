import assert from 'node:assert/strict';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isAbsent, nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';
import { temporaryHome } from '../support/temporaryHome.ts';

describe('the identity of a file', () => {
  it('is another one when the file was rewritten in place at the same length', async (t) => {
    const path = join(await temporaryHome(t), 'state.json');
    await writeFile(path, 'first');
    await utimes(path, 1, 1);
    const before = await nodeFileSystem.identity(path);
    assert.equal(await nodeFileSystem.identity(path), before);
    await writeFile(path, 'other');
    assert.notEqual(await nodeFileSystem.identity(path), before);
  });

  it('is none where there is no file', async (t) => {
    assert.equal(await nodeFileSystem.identity(join(await temporaryHome(t), 'none')), undefined);
  });
});

describe('a file that is open', () => {
  it('shows its whole content at each look, as it is by then', async (t) => {
    const path = join(await temporaryHome(t), 'state.json');
    await writeFile(path, 'first');
    const file = await nodeFileSystem.openToRead(path);
    t.after(() => file.close());
    assert.equal(String(await file.readAll()), 'first');
    assert.equal(String(await file.readAll()), 'first');
    await writeFile(path, 'and then more');
    assert.equal(String(await file.readAll()), 'and then more');
  });
});

describe('an error of the file system', () => {
  it('says that a file is absent where its path leads nowhere', () => {
    for (const code of ['ENOENT', 'ENOTDIR', 'ELOOP']) {
      assert.equal(isAbsent(Object.assign(new Error(), { code })), false);
    }
  });

  it('never says so where the file is only out of reach: it would be written over', () => {
    for (const code of ['EACCES', 'EPERM', 'EIO', 'EMFILE', 'ESTALE']) {
      assert.throws(() => isAbsent(Object.assign(new Error(), { code })), { code });
    }
  });
});
