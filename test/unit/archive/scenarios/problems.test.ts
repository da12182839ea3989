import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { Archive } from '../../../../src/archive/archive.ts';
import { MIGRATIONS, type Migration } from '../../../../src/archive/schema.ts';
import { describeWithEachDriver } from '../../hermes/eachDriver.ts';
import { archiveAt, archivePath, tamper } from '../support/archives.ts';
import { someRecord } from '../support/records.ts';

const A = { sessions: [{ record: someRecord('a'), bookmark: 5 }] };
const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

/** Whatever is the matter with the file: this process goes on with what it has counted. */
function assertInMemory(archive: Archive, code: string): void {
  assert.equal(archive.save(A)?.code, code);
  assert.deepEqual(archive.load(), new Map([['a', someRecord('a')]]));
  assert.equal(archive.bookmark('a'), 5);
  assert.match(archive.problem?.message ?? '', /^[^/\\]*archive\.sqlite[^/\\]*$/);
}

describeWithEachDriver('an archive that cannot be written', (driver) => {
  it('is remembered in memory, and written once that is possible', async (t) => {
    const path = await archivePath(t);
    rmSync(dirname(path), { recursive: true });
    const archive = archiveAt(t, path, driver);
    assertInMemory(archive, 'no-directory');
    mkdirSync(dirname(path));
    assert.equal(archive.save({}), null);
    assert.deepEqual([...archiveAt(t, path, driver, false).load().keys()], ['a']);
    assert.equal(archive.problem, null);
  });

  for (const [what, make] of Object.entries({
    'a symbolic link': (path: string, other: string) => symlinkSync(other, path),
    'a file with another name': (path: string, other: string) => linkSync(other, path),
  })) {
    for (const suffix of ['', '-journal', '-wal', '-shm']) {
      it(`is left alone where archive.sqlite${suffix} is ${what}`, { skip: isWindows }, async (t) => {
        const path = await archivePath(t);
        const other = join(dirname(path), 'diary.txt');
        if (suffix !== '') archiveAt(t, path, driver).save({ sessions: [], memos: { generation: 1 } });
        writeFileSync(other, 'Not ours.');
        make(path + suffix, other);
        assertInMemory(archiveAt(t, path, driver), 'not-ours');
        assert.equal(readFileSync(other, 'utf8'), 'Not ours.');
      });
    }
  }

  it('is left alone where a directory has its name', async (t) => {
    const path = await archivePath(t);
    mkdirSync(path);
    assertInMemory(archiveAt(t, path, driver), 'not-ours');
  });

  it('is not copied over a link', { skip: isWindows }, async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save(A);
    const other = join(dirname(path), 'diary.txt');
    writeFileSync(other, 'Not ours.');
    symlinkSync(other, join(dirname(path), 'archive.backup.sqlite'));
    const care = archive.care(Date.now() + 2 * 86_400_000);
    assert.equal(
      care.kind === 'failed' && care.problem.message.startsWith('archive.backup.sqlite is left alone'),
      true,
    );
    assert.equal(readFileSync(other, 'utf8'), 'Not ours.');
    assert.deepEqual(readdirSync(dirname(path)).sort(), [
      'archive.backup.sqlite',
      'archive.sqlite',
      'diary.txt',
    ]);
    assert.equal(archive.problem, null);
  });

  it('says that its directory may not be written', { skip: isWindows || isRoot }, async (t) => {
    const path = await archivePath(t);
    chmodSync(dirname(path), 0o500);
    try {
      assertInMemory(archiveAt(t, path, driver), 'not-permitted');
    } finally {
      chmodSync(dirname(path), 0o700);
    }
  });

  it('says that its directory may not be entered', { skip: isWindows || isRoot }, async (t) => {
    const path = await archivePath(t);
    archiveAt(t, path, driver).save(A);
    chmodSync(dirname(path), 0o000);
    try {
      assertInMemory(archiveAt(t, path, driver), 'not-permitted');
    } finally {
      chmodSync(dirname(path), 0o700);
    }
  });

  it('says that another program keeps it locked', async (t) => {
    const path = await archivePath(t);
    archiveAt(t, path, driver).save({ memos: { generation: 1 } });
    const quick = {
      ...driver,
      openWritable: (file: string) => driver.openWritable(file, { busyTimeoutMs: 10 }),
    };
    const holder = driver.openWritable(path, { busyTimeoutMs: 0 });
    t.after(() => holder.close());
    const archive = archiveAt(t, path, quick);
    holder.exec('BEGIN EXCLUSIVE');
    assertInMemory(archive, 'locked');
    holder.exec('COMMIT');
    assert.equal(archive.save({}), null);
  });
});

const NEXT: Migration = (archive) =>
  archive.exec('CREATE TABLE episode (session INTEGER, day INTEGER, calls INTEGER) STRICT');

function archiveOf(
  t: TestContext,
  path: string,
  driver: ConstructorParameters<typeof Archive>[1],
  migrations: readonly Migration[],
): Archive {
  const archive = new Archive(path, driver, { write: true, migrations });
  t.after(() => archive.close());
  return archive;
}

describeWithEachDriver('an archive of another version', (driver) => {
  it('that is older is migrated, and nothing of it is lost', async (t) => {
    const path = await archivePath(t);
    archiveAt(t, path, driver).save(A);
    const archive = archiveOf(t, path, driver, [...MIGRATIONS, NEXT]);
    assert.deepEqual(archive.load(), new Map([['a', someRecord('a')]]));
    assert.equal(archive.bookmark('a'), 5);
    tamper(path, driver, (file) =>
      assert.deepEqual(file.prepare('PRAGMA user_version').get(), [MIGRATIONS.length + 1]),
    );
  });

  it('whose migration fails is as it was', async (t) => {
    const path = await archivePath(t);
    archiveAt(t, path, driver).save(A);
    const before = readFileSync(path);
    const failing: Migration = (archive) => {
      NEXT(archive);
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const archive = archiveOf(t, path, driver, [...MIGRATIONS, failing]);
    archive.load();
    assert.equal(archive.problem?.code, 'disk-full');
    assert.deepEqual(readFileSync(path), before);
  });

  it('that is newer is read, not written, not even where it is not understood, and one line says why', async (t) => {
    const path = await archivePath(t);
    const newer = archiveOf(t, path, driver, [...MIGRATIONS, NEXT]);
    newer.save({ sessions: [{ record: someRecord('a') }, { record: someRecord('b') }] });
    newer.close();
    tamper(path, driver, (file) => file.run(`UPDATE session SET body = '{"another":"form"}' WHERE id = 'b'`));
    const before = readFileSync(path);
    const archive = archiveAt(t, path, driver);
    assert.deepEqual([...archive.load().keys()], ['a']);
    assert.equal(archive.problem?.code, 'newer');
    assert.equal(archive.save({ sessions: [{ record: someRecord('c') }] })?.code, 'newer');
    assert.deepEqual([...archive.load().keys()], ['a', 'c']);
    assert.equal(archive.forgetGone(), undefined);
    assert.equal(archive.care().kind, 'failed');
    assert.deepEqual(readFileSync(path), before);
    assert.deepEqual(readdirSync(dirname(path)), ['archive.sqlite']);
  });
});
