import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

/** The user without privileges. The superuser may write everywhere, so the tests become this one where they can. */
const NOBODY = 65534;
const isSuperuser = process.getuid?.() === 0;

describeWithEachDriver('a home that may only be read', (driver) => {
  let writable: TemporaryHome;
  let readOnly: string;

  beforeEach(() => {
    writable = TemporaryHome.create();
    writable.addSession({ id: 's' }, [{ content: 'a' }]);
    readOnly = TemporaryHome.emptyDirectory();
  });

  afterEach(() => {
    if (isSuperuser) process.seteuid?.(0);
    chmodSync(readOnly, 0o755);
    rmSync(readOnly, { recursive: true });
    writable.remove();
  });

  /** Copies some of the database's files, takes away the right to write, and reads. */
  function readCopyOf(...files: string[]): string[] {
    for (const file of files) {
      copyFileSync(join(writable.path, file), join(readOnly, file));
      chmodSync(join(readOnly, file), 0o444);
    }
    chmodSync(readOnly, 0o555);
    if (isSuperuser) process.seteuid?.(NOBODY);
    const database = SessionDatabase.open(readOnly, driver);
    try {
      return Array.from(database.messages.rows('s', {}, null), ({ text }) => Buffer.from(text).toString());
    } finally {
      database.close();
      assert.deepEqual(readdirSync(readOnly).sort(), files);
    }
  }

  it('can be read when no program has the database open', () => {
    writable.rest();
    assert.deepEqual(readCopyOf('state.db'), ['a']);
  });

  it('can be read with a rollback journal', () => {
    writable.sql.pragma('journal_mode = delete');
    writable.rest();
    assert.deepEqual(readCopyOf('state.db'), ['a']);
  });

  it('can be read with a log and its index', () => {
    assert.deepEqual(readCopyOf('state.db', 'state.db-shm', 'state.db-wal'), ['a']);
  });

  it('can be read, or says what hinders, with a log whose index is gone', () => {
    try {
      assert.deepEqual(readCopyOf('state.db', 'state.db-wal'), ['a']);
    } catch (error) {
      assert.ok(error instanceof HermesDatabaseError, String(error));
      assert.match(error.message, /log that needs a writable directory/);
    }
  });
});
