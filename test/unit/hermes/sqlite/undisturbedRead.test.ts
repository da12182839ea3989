import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

/** Everything that a file system shows of a home. */
function snapshot(home: string): Record<string, string> {
  const files = readdirSync(home).sort();
  return Object.fromEntries(
    files.map((name) => {
      const { ino, mtimeNs, size } = statSync(join(home, name), { bigint: true });
      return [name, `${ino} ${size} ${mtimeNs} ${readFileSync(join(home, name)).toString('base64')}`];
    }),
  );
}

function readAll(database: SessionDatabase): string[] {
  const texts: string[] = [];
  database.digests.sweep();
  for (const { id } of database.listSessions()) {
    database.preview(id);
    for (const { text } of database.messages.rows(id, {}, null)) texts.push(Buffer.from(text).toString());
  }
  return texts;
}

describeWithEachDriver('reading a database', (driver) => {
  let home: TemporaryHome;
  let database: SessionDatabase | undefined;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 's' }, [{ content: 'a' }]);
  });

  afterEach(() => {
    database?.close();
    database = undefined;
    home.remove();
  });

  function open(): SessionDatabase {
    database?.close();
    database = SessionDatabase.open(home.path, driver, { busyTimeoutMs: 20 });
    return database;
  }

  function close(): void {
    database?.close();
    database = undefined;
  }

  it('that no program has open changes nothing, and leaves nothing behind', () => {
    home.rest();
    const before = snapshot(home.path);
    assert.deepEqual(Object.keys(before), ['state.db']);
    assert.deepEqual(readAll(open()), ['a']);
    assert.deepEqual(snapshot(home.path), before);
    close();
    assert.deepEqual(snapshot(home.path), before);
  });

  it('with a rollback journal changes nothing, and leaves nothing behind', () => {
    home.sql.pragma('journal_mode = delete');
    home.rest();
    const before = snapshot(home.path);
    assert.deepEqual(readAll(open()), ['a']);
    close();
    assert.deepEqual(snapshot(home.path), before);
  });

  it('that is being written neither writes to it nor to its log', () => {
    const before = snapshot(home.path);
    assert.deepEqual(readAll(open()), ['a']);
    close();
    const after = snapshot(home.path);
    assert.equal(after['state.db'], before['state.db']);
    assert.equal(after['state.db-wal'], before['state.db-wal']);
    assert.deepEqual(Object.keys(after), Object.keys(before));
  });

  it('lets its writer go on meanwhile', () => {
    const rows = open().messages.rows('s', {}, null);
    rows.next();
    home.addMessage('s', { content: 'b' });
    home.sql.pragma('wal_checkpoint(PASSIVE)');
    rows.return();
    assert.deepEqual(readAll(open()), ['a', 'b']);
  });

  it('finds what is only in the log', () => {
    home.addMessage('s', { content: 'b' });
    assert.deepEqual(readAll(open()), ['a', 'b']);
  });

  it('finds what is in the log of a program that crashed, whose index is gone', () => {
    const copy = TemporaryHome.emptyDirectory();
    home.addMessage('s', { content: 'b' });
    for (const name of ['state.db', 'state.db-wal']) copyFileSync(join(home.path, name), join(copy, name));
    const left = SessionDatabase.open(copy, driver);
    assert.deepEqual(readAll(left), ['a', 'b']);
    left.close();
    assert.deepEqual(readFileSync(join(copy, 'state.db-wal')), readFileSync(join(home.path, 'state.db-wal')));
    rmSync(copy, { recursive: true });
  });

  it('ends each read transaction: the log can be emptied afterwards', () => {
    readAll(open());
    for (const _ of open().messages.rows('s', {}, null)) break;
    const [result] = home.sql.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    assert.equal(result?.busy, 0);
  });

  it('notices a program that begins to write where none had it open', () => {
    home.rest();
    const reader = open();
    const version = reader.dataVersion();
    assert.ok(reader.isSameFile());
    home.addMessage('s', { content: 'b' });
    assert.equal(reader.isSameFile(), false);
    assert.notEqual(reader.dataVersion(), version);
    assert.deepEqual(readAll(open()), ['a', 'b']);
  });

  it('does not let rows count that were read while a program began to write', () => {
    home.rest();
    const rows = open().messages.rows('s', {}, null);
    rows.next();
    home.addMessage('s', { content: 'b' });
    assert.throws(
      () => rows.next(),
      (error) => error instanceof HermesDatabaseError && error.code === 'changed',
    );
  });

  it('notices that the file was replaced', () => {
    const reader = open();
    const other = TemporaryHome.create();
    other.addSession({ id: 'other' }, [{ content: 'new' }]);
    other.rest();
    home.rest();
    for (const log of ['-wal', '-shm']) rmSync(home.databasePath + log, { force: true });
    renameSync(other.databasePath, home.databasePath);
    other.remove();
    assert.equal(reader.isSameFile(), false);
    assert.deepEqual(readAll(open()), ['new']);
  });

  it('notices that the file is gone', () => {
    const reader = open();
    home.rest();
    rmSync(home.databasePath);
    assert.equal(reader.isSameFile(), false);
  });

  it('notices another schema', () => {
    const reader = open();
    assert.ok(reader.isSameFile());
    home.sql.exec('ALTER TABLE sessions ADD COLUMN newer TEXT');
    assert.equal(reader.isSameFile(), false);
  });

  it('takes a file of the same name, written to, for the same', () => {
    const reader = open();
    home.addMessage('s');
    assert.ok(reader.isSameFile());
  });
});
