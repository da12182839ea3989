import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FileStamp, isSameStamp, takeStamp } from '../../../../src/hermes/changes/fileStamp.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

/** Times as a file system keeps them that counts whole seconds, and another sizes nothing either: all is the same. */
function coarse(stamp: FileStamp): FileStamp {
  const { file, log } = stamp;
  return {
    ...stamp,
    file: { ...file, modified: 0n, size: 0n },
    fileChanged: 0n,
    log: log && { ...log, size: 0n, modified: 0n, changed: 0n },
  };
}

describe('a stamp of the files', () => {
  let home: TemporaryHome;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'a' }, [{ content: 'text' }]);
  });
  afterEach(() => home.remove());

  const stamp = (before?: FileStamp): FileStamp => takeStamp(home.databasePath, before)!;

  /** A state of rest that is older than a tick of the clock: what is written next shows by its time. */
  async function restAWhile(): Promise<void> {
    home.rest();
    for (let fresh = stamp().freshForMs; fresh > 0; fresh = stamp().freshForMs) await sleep(fresh);
  }

  it('is the same while nothing is written, whatever is read', () => {
    const before = stamp();
    assert.ok(isSameStamp(before, stamp(before)));
    home.sql.prepare('SELECT * FROM messages').all();
    assert.ok(isSameStamp(before, stamp()));
  });

  it('is the same after a checkpoint, which only copies', () => {
    home.sql.pragma('wal_checkpoint(PASSIVE)');
    const before = stamp();
    home.addMessage('a');
    const written = stamp();
    assert.equal(isSameStamp(before, written), false);
    home.sql.pragma('wal_checkpoint(PASSIVE)');
    assert.ok(isSameStamp(written, stamp()));
  });

  it('is another after each transaction by a log, also where times are coarse and the log is written over', () => {
    home.sql.pragma('wal_autocheckpoint = 0');
    for (let i = 0; i < 40; i++) home.addMessage('a', { content: 'x'.repeat(5_000) });
    for (let round = 0; round < 6; round++) {
      // The next transaction starts the log over: it stays as long as it is.
      home.sql.pragma('wal_checkpoint(RESTART)');
      let before = stamp();
      for (let i = 0; i < 5; i++) {
        home.editMessage(1, { content: `${round} ${i}` });
        const now = stamp(before);
        assert.equal(isSameStamp(coarse(before), coarse(now)), false, `${round} ${i}`);
        assert.deepEqual(stamp(), now, 'found from the beginning');
        before = now;
      }
    }
  });

  it('is another after each transaction without a log, also where times are coarse', () => {
    home.sql.pragma('journal_mode = delete');
    let before = stamp();
    for (let i = 0; i < 3; i++) {
      home.editMessage(1, { content: `${i}` });
      const now = stamp();
      assert.equal(isSameStamp(coarse(before), coarse(now)), false);
      before = now;
    }
  });

  it('is another when a program has come, written and gone, leaving no log', async () => {
    await restAWhile();
    const before = stamp();
    assert.ok(isSameStamp(before, stamp(before)));
    home.addMessage('a');
    home.rest();
    assert.equal(isSameStamp(before, stamp(before)), false);
  });

  it('counts for nothing when a write of the same second could still leave the same', () => {
    home.rest();
    const second = Math.floor(Date.now() / 1000);
    utimesSync(home.databasePath, second, second);
    const fresh = stamp();
    assert.ok(fresh.freshForMs > 0);
    assert.equal(isSameStamp(fresh, stamp()), false);
  });

  it('is of the file that a link leads to, and of the log beside that', () => {
    home.rest();
    const elsewhere = join(home.path, 'elsewhere');
    mkdirSync(elsewhere);
    renameSync(home.databasePath, join(elsewhere, 'state.db'));
    symlinkSync(join(elsewhere, 'state.db'), home.databasePath);
    home.addMessage('a');
    const before = stamp();
    assert.notEqual(before.log, null);
    home.addMessage('a');
    assert.equal(isSameStamp(before, stamp(before)), false);
    assert.deepEqual(readdirSync(home.path).sort(), ['elsewhere', 'state.db']);
  });

  it('is another when the file was replaced, and none when it is gone', async () => {
    await restAWhile();
    const before = stamp();
    const { size, mtime } = statSync(home.databasePath);
    const other = TemporaryHome.create();
    other.addSession({ id: 'a' }, [{ content: 'text' }]);
    other.rest();
    renameSync(other.databasePath, home.databasePath);
    other.remove();
    utimesSync(home.databasePath, mtime, mtime);
    assert.equal(statSync(home.databasePath).size, size);
    assert.equal(isSameStamp(before, stamp(before)), false);
    rmSync(home.databasePath);
    assert.equal(isSameStamp(before, takeStamp(home.databasePath, before)), false);
  });
});
