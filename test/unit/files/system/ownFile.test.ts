import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync, linkSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createOwnFile, foreignness, foreignnessOfDatabase } from '../../../../src/files/system/ownFile.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

/** Users without privileges. */
const [NOBODY, SOMEBODY] = [65534, 65533];

describe('a file of ours', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = TemporaryHome.emptyDirectory();
    path = join(folder, 'state.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is a plain file of the user, or none yet', () => {
    assert.equal(foreignness(path), undefined);
    writeFileSync(path, '{}');
    assert.equal(foreignness(path), undefined);
  });

  it('is no symbolic link, wherever it leads', () => {
    symlinkSync('nowhere', path);
    assert.equal(foreignness(path), 'EISLINK');
  });

  it('has one name', () => {
    writeFileSync(path, '{}');
    linkSync(path, join(folder, 'another'));
    assert.equal(foreignness(path), 'EISLINK');
  });

  it('is no directory', () => {
    mkdirSync(path);
    assert.equal(foreignness(path), 'EISDIR');
  });

  if (process.platform !== 'win32') {
    it('is no pipe', () => {
      execFileSync('mkfifo', [path]);
      assert.equal(foreignness(path), 'ENOTFILE');
    });
  }

  it('has nothing beside it that SQLite would take for its own and is not ours', () => {
    writeFileSync(path, '');
    symlinkSync('nowhere', `${path}-journal`);
    assert.equal(foreignnessOfDatabase(path), 'EISLINK');
  });

  if (process.getuid?.() === 0) {
    it("belongs to the user: the superuser's folders hold none of others", () => {
      writeFileSync(path, '{}');
      chownSync(path, NOBODY, NOBODY);
      assert.equal(foreignness(path), 'ENOTOWNER');
    });

    it("belongs to the folder's owner where the superuser works in a home of somebody else", () => {
      chownSync(folder, NOBODY, NOBODY);
      createOwnFile(path);
      assert.deepEqual([statSync(path).uid, statSync(path).gid], [NOBODY, NOBODY]);
      assert.equal(foreignness(path), undefined);
      chownSync(path, SOMEBODY, SOMEBODY);
      assert.equal(foreignness(path), 'ENOTOWNER');
    });
  }
});
