import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { link, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  temporaryFileWriter,
  WriteFailed,
  writeAtomically,
} from '../../../../src/files/system/atomicFile.ts';
import { type FileSystem, nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';
import { failingAt, WRITE_STEPS } from '../support/faultyFileSystem.ts';
import { temporaryHome } from '../support/temporaryHome.ts';

describe('an atomic write', () => {
  it('replaces the file and leaves nothing else behind', async (t) => {
    const directory = await temporaryHome(t);
    const path = join(directory, 'state.json');
    await writeFile(path, 'old');
    await writeAtomically(path, 'new');
    assert.equal(await readFile(path, 'utf8'), 'new');
    assert.deepEqual(await readdir(directory), ['state.json']);
  });

  it('is safe on the disk before it is renamed, and so is the rename before it is done', async (t) => {
    const path = join(await temporaryHome(t), 'a.json');
    const steps: string[] = [];
    const fs: FileSystem = {
      ...nodeFileSystem,
      create: async (...file) => {
        const opened = await nodeFileSystem.create(...file);
        return {
          ...opened,
          write: (piece) => opened.write(piece).finally(() => steps.push('written')),
          sync: () => opened.sync().finally(() => steps.push('synced')),
          close: () => opened.close().finally(() => steps.push('closed')),
        };
      },
      rename: (from, to) => nodeFileSystem.rename(from, to).finally(() => steps.push('renamed')),
      syncDirectory: (directory) =>
        nodeFileSystem.syncDirectory(directory).finally(() => steps.push('rename synced')),
    };
    const stillWanted = async (): Promise<boolean> => {
      steps.push('asked');
      return true;
    };
    await writeAtomically(path, ['a', 'b'], { fs, stillWanted });
    assert.deepEqual(steps, ['written', 'written', 'synced', 'closed', 'asked', 'renamed', 'rename synced']);
  });

  it('writes pieces one after another', async (t) => {
    const path = join(await temporaryHome(t), 'pieces.json');
    await writeAtomically(path, ['a', 'ü', 'c'].values());
    assert.equal(await readFile(path, 'utf8'), 'aüc');
  });

  it('gives the file to its user alone, whatever the file had before', async (t) => {
    const path = join(await temporaryHome(t), 'state.json');
    await writeFile(path, 'old', { mode: 0o644 });
    await writeAtomically(path, 'new');
    const { mode } = await stat(path);
    // Windows knows only whether a file may be written.
    assert.equal(mode & 0o777, process.platform === 'win32' ? 0o666 : 0o600);
  });

  for (const step of WRITE_STEPS) {
    for (const code of ['ENOSPC', 'EACCES', 'EIO', 'EROFS']) {
      it(`keeps the old content whole when ${step} fails with ${code}`, async (t) => {
        const directory = await temporaryHome(t);
        const path = join(directory, 'state.json');
        await writeFile(path, 'old content');
        await assert.rejects(
          writeAtomically(path, 'new content', { fs: failingAt(step, code) }),
          (error) => error instanceof WriteFailed && error.code === code,
        );
        assert.equal(await readFile(path, 'utf8'), 'old content');
        assert.deepEqual(await readdir(directory), ['state.json']);
      });
    }
  }

  it('has written the file even if the directory cannot be synced', async (t) => {
    const path = join(await temporaryHome(t), 'state.json');
    await writeAtomically(path, 'new', { fs: failingAt('syncDirectory', 'EIO') });
    assert.equal(await readFile(path, 'utf8'), 'new');
  });

  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    it(`tries a rename again that ${code} refuses, as when the target is open on Windows`, async (t) => {
      const path = join(await temporaryHome(t), 'state.json');
      let now = 0;
      t.mock.method(performance, 'now', () => now++);
      await writeAtomically(path, 'new', { fs: failingAt('rename', code, 3), renamePatienceMs: 5000 });
      assert.equal(await readFile(path, 'utf8'), 'new');
    });

    it(`gives up when ${code} refuses a rename for ever, and leaves the old content and nothing else`, async (t) => {
      const directory = await temporaryHome(t);
      const path = join(directory, 'state.json');
      await writeFile(path, 'old');
      let now = 0;
      t.mock.method(performance, 'now', () => (now += 20));
      const writing = writeAtomically(path, 'new', { fs: failingAt('rename', code), renamePatienceMs: 100 });
      await assert.rejects(writing, (error) => error instanceof WriteFailed && error.code === code);
      assert.equal(await readFile(path, 'utf8'), 'old');
      assert.deepEqual(await readdir(directory), ['state.json']);
    });
  }

  it('does not try a rename again that failed for another reason', async (t) => {
    const path = join(await temporaryHome(t), 'state.json');
    const writing = writeAtomically(path, 'new', {
      fs: failingAt('rename', 'EIO', 1),
      renamePatienceMs: 5000,
    });
    await assert.rejects(writing, WriteFailed);
  });

  it('gives up before the rename when the write is no longer wanted', async (t) => {
    const directory = await temporaryHome(t);
    const path = join(directory, 'state.json');
    await writeFile(path, 'old');
    assert.equal(await writeAtomically(path, 'new', { stillWanted: async () => false }), false);
    assert.equal(await readFile(path, 'utf8'), 'old');
    assert.deepEqual(await readdir(directory), ['state.json']);
  });

  it('touches neither a symbolic nor a hard link, nor what they lead to', async (t) => {
    const directory = await temporaryHome(t);
    const other = join(directory, 'notes.txt');
    await writeFile(other, 'old');
    await symlink(other, join(directory, 'state.json'), 'file');
    await link(other, join(directory, 'scan_snapshot.json'));
    for (const name of ['state.json', 'scan_snapshot.json'])
      await assert.rejects(writeAtomically(join(directory, name), 'new'), {
        message: `Could not write ${name}: it is a link to another file; remove the link`,
      });
    assert.equal(await readFile(other, 'utf8'), 'old');
    assert.deepEqual((await readdir(directory)).sort(), ['notes.txt', 'scan_snapshot.json', 'state.json']);
  });

  if (process.platform !== 'win32') {
    it('never replaces what is no file', async (t) => {
      const pipe = join(await temporaryHome(t), 'state.json');
      execFileSync('mkfifo', [pipe]);
      await assert.rejects(writeAtomically(pipe, 'new'), {
        message: 'Could not write state.json: it is not a file; move it away',
      });
      assert.ok((await stat(pipe)).isFIFO());
    });
  }

  it('says in one line without a path why it failed', async (t) => {
    const path = join(await temporaryHome(t), 'absent', 'state.json');
    await assert.rejects(writeAtomically(path, 'new'), {
      message: 'Could not write state.json: its directory does not exist',
    });
  });
});

describe('the name of a temporary file', () => {
  it('tells which process writes it', async (t) => {
    const directory = await temporaryHome(t);
    const names: string[] = [];
    const stillWanted = async (): Promise<boolean> => {
      names.push(...(await readdir(directory)));
      return true;
    };
    await writeAtomically(join(directory, 'state.json'), 'new', { stillWanted });
    assert.deepEqual(names.map(temporaryFileWriter), [{ pid: process.pid, onThisMachine: true }]);
  });

  it('is never taken from a file of another make', () => {
    const foreign = [
      'state.json',
      '.state.json.swp',
      '.state.json.tmp',
      'x.1f-12-0123456789ab.achievements-tmp',
    ];
    assert.deepEqual(foreign.map(temporaryFileWriter), [undefined, undefined, undefined, undefined]);
  });
});
