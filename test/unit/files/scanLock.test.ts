import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { type LockAttempt, type ScanLock, tryScanLock } from '../../../src/files/scanLock.ts';
import { nodeFileSystem } from '../../../src/files/system/fileSystem.ts';
import type { SqliteDriver } from '../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { inEnglish } from '../../../src/words/problem.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { makePlace, newerPlace, olderPlace, temporaryHome } from './support/temporaryHome.ts';

const HOLDER = new URL('./support/lockHolder.ts', import.meta.url);

let driver: SqliteDriver;
before(async () => {
  ({ driver } = await loadDriver());
});

async function locked(t: TestContext, home: string): Promise<ScanLock> {
  const attempt = await tryScanLock(await DataDirectory.locate(home), driver);
  assert.equal(attempt.kind, 'held');
  const { lock } = attempt as Extract<LockAttempt, { kind: 'held' }>;
  t.after(() => lock.release());
  return lock;
}

async function tryFor(home: string): Promise<LockAttempt['kind']> {
  const attempt = await tryScanLock(await DataDirectory.locate(home), driver);
  if (attempt.kind === 'held') attempt.lock.release();
  return attempt.kind;
}

async function holderProcess(t: TestContext, home: string): Promise<{ child: ChildProcess; answer: string }> {
  const child = spawn(process.execPath, [fileURLToPath(HOLDER), home], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [answer] = await once(child.stdout!, 'data');
  return { child, answer: String(answer).trim() };
}

async function holderThread(t: TestContext, home: string): Promise<{ worker: Worker; answer: string }> {
  const worker = new Worker(HOLDER, { workerData: { home } });
  t.after(() => worker.terminate());
  const [answer] = await once(worker, 'message');
  return { worker, answer };
}

describe('the scan lock', () => {
  it('is held by one at a time and free again after', async (t) => {
    const home = await temporaryHome(t);
    const lock = await locked(t, home);
    assert.equal(await tryFor(home), 'busy');
    lock.release();
    lock.release();
    assert.equal(await tryFor(home), 'held');
  });

  it('is not lost by somebody else in the same process who tries for it and fails', async (t) => {
    const home = await temporaryHome(t);
    await locked(t, home);
    await tryFor(home);
    assert.equal((await holderThread(t, home)).answer, 'busy');
    assert.equal((await holderProcess(t, home)).answer, 'busy');
  });

  it('excludes other threads, and a thread that is ended gives it back', async (t) => {
    const home = await temporaryHome(t);
    const { worker, answer } = await holderThread(t, home);
    assert.deepEqual([answer, await tryFor(home)], ['held', 'busy']);
    await worker.terminate();
    assert.equal(await tryFor(home), 'held');
  });

  it('excludes other processes, and a process that is killed gives it back', async (t) => {
    const home = await temporaryHome(t);
    const { child, answer } = await holderProcess(t, home);
    assert.deepEqual([answer, await tryFor(home)], ['held', 'busy']);
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(await tryFor(home), 'held');
  });

  it('is one lock for a home and for a symbolic link to it', async (t) => {
    const home = await temporaryHome(t);
    const link = join(await temporaryHome(t), 'link');
    await symlink(home, link, 'junction');
    await locked(t, home);
    assert.equal(await tryFor(link), 'busy');
  });

  it('is one lock while Hermes moves from the older place to the newer', async (t) => {
    const home = await temporaryHome(t);
    const lock = await locked(t, home);
    await makePlace(newerPlace(home));
    assert.equal(await tryFor(home), 'busy');
    lock.release();
    assert.equal(await tryFor(home), 'held');
  });

  it('is given back in both places, also for a process that has not noticed the move yet', async (t) => {
    const home = await temporaryHome(t);
    await makePlace(olderPlace(home));
    const asBefore = await DataDirectory.locate(home);
    await makePlace(newerPlace(home));
    const lock = await locked(t, home);
    assert.equal((await tryScanLock(asBefore, driver)).kind, 'busy');
    lock.release();
    const attempt = await tryScanLock(asBefore, driver);
    if (attempt.kind === 'held') attempt.lock.release();
    assert.equal(attempt.kind, 'held');
    assert.equal(await tryFor(home), 'held');
  });

  it('leaves one empty file of the user alone, and no journal', async (t) => {
    const home = await temporaryHome(t);
    await locked(t, home);
    assert.deepEqual(await readdir(olderPlace(home)), ['scan_lock.sqlite']);
    const { size, mode } = await stat(join(olderPlace(home), 'scan_lock.sqlite'));
    assert.deepEqual([size, mode & 0o777], [0, process.platform === 'win32' ? 0o666 : 0o600]);
  });

  it('can be had although something was written into its file', async (t) => {
    const home = await temporaryHome(t);
    const path = join(await makePlace(olderPlace(home)), 'scan_lock.sqlite');
    await writeFile(path, 'x'.repeat(5000));
    await locked(t, home);
    assert.equal(await tryFor(home), 'busy');
    assert.equal((await stat(path)).size, 5000, 'nothing is emptied that we did not make');
  });

  for (const [kind, make] of [
    ['symbolic', symlink],
    ['hard', link],
  ] as const) {
    it(`touches no text file that a ${kind} link of its name leads to, and excludes others all the same`, async (t) => {
      const home = await temporaryHome(t);
      const text = join(home, 'notes.txt');
      await writeFile(text, 'dear diary');
      await make(text, join(await makePlace(olderPlace(home)), 'scan_lock.sqlite'));
      const before = await stat(text);
      await locked(t, home);
      assert.equal(await tryFor(home), 'busy');
      const { size, mtimeMs } = await stat(text);
      assert.deepEqual([size, mtimeMs], [before.size, before.mtimeMs]);
    });

    it(`takes Hermes' database out of no mode through a ${kind} link`, async (t) => {
      const home = TemporaryHome.create();
      t.after(() => home.remove());
      home.addSession({ id: 'one' });
      home.rest();
      const before = await readFile(home.databasePath);
      await make(home.databasePath, join(await makePlace(olderPlace(home.path)), 'scan_lock.sqlite'));
      await locked(t, home.path);
      assert.deepEqual(await readFile(home.databasePath), before);
    });
  }

  it('is unavailable, with a reason, where no directory can be created', async (t) => {
    const refuse = async (): Promise<never> => {
      throw Object.assign(new Error('read-only'), { code: 'EROFS' });
    };
    const fs = { ...nodeFileSystem, createDirectory: refuse };
    const attempt = await tryScanLock(await DataDirectory.locate(await temporaryHome(t), fs), driver);
    assert.equal(attempt.kind, 'unavailable');
    assert.equal(
      attempt.kind === 'unavailable' && inEnglish(attempt.reason),
      'Could not write hermes-achievements: the file system is read-only; mount it for writing',
    );
  });

  it('is unavailable where its names are taken by directories', async (t) => {
    const home = await temporaryHome(t);
    await makePlace(join(olderPlace(home), 'scan_lock.sqlite'));
    assert.equal(await tryFor(home), 'held');
    await rm(join(olderPlace(home), 'scan_lock.spare.sqlite'));
    await makePlace(join(olderPlace(home), 'scan_lock.spare.sqlite'));
    assert.equal(await tryFor(home), 'unavailable');
  });
});
