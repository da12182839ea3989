import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { type DatabaseProblem, HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';
import { holdExclusiveLock } from '../lockHolder.ts';

const SECRET = 'what nobody but the user may read';

describeWithEachDriver('a database that cannot be read', (driver) => {
  let home: TemporaryHome;

  beforeEach(() => {
    home = TemporaryHome.create({ journalMode: 'delete' });
  });

  afterEach(() => home.remove());

  function open(path = home.path): SessionDatabase {
    return SessionDatabase.open(path, driver, { busyTimeoutMs: 20 });
  }

  /** Opens and reads everything. */
  function readAll(): void {
    const database = open();
    try {
      for (const { id } of database.listSessions()) {
        database.preview(id);
        for (const _ of database.messages.rows(id, {}, null));
      }
      database.digests.sweep();
    } finally {
      database.close();
    }
  }

  function assertProblem(code: DatabaseProblem, read: () => unknown): void {
    assert.throws(read, (error) => {
      assert.ok(error instanceof HermesDatabaseError, String(error));
      assert.equal(error.code, code);
      assert.match(error.message, /^[^\n]+$/);
      assert.doesNotMatch(error.message, new RegExp(SECRET));
      return true;
    });
  }

  function replaceWith(contents: Uint8Array | string): void {
    home.rest();
    writeFileSync(home.databasePath, contents);
  }

  function fill(): void {
    for (let session = 0; session < 20; session += 1) {
      home.addSession(
        {},
        Array.from({ length: 20 }, () => ({ content: `${SECRET} `.repeat(20) })),
      );
    }
  }

  it('because there is no home', () => {
    assertProblem('no-home', () => open(join(home.path, 'missing')));
  });

  it('because the home is a file', () => {
    assertProblem('no-home', () => open(home.databasePath));
  });

  it('because there is none, which creates none', () => {
    home.rest();
    rmSync(home.databasePath);
    assertProblem('no-database', () => open());
    assertProblem('no-database', () => open());
  });

  it('until it appears', () => {
    const directory = TemporaryHome.emptyDirectory();
    assertProblem('no-database', () => open(directory));
    home.rest();
    writeFileSync(join(directory, 'state.db'), readFileSync(home.databasePath));
    open(directory).close();
    rmSync(directory, { recursive: true });
  });

  it('because it is a directory', () => {
    home.rest();
    rmSync(home.databasePath);
    mkdirSync(home.databasePath);
    assertProblem('unreadable', () => open());
  });

  it('because its log is no file, which names the log', () => {
    home.remove();
    home = TemporaryHome.create();
    home.rest();
    mkdirSync(`${home.databasePath}-wal`);
    assert.throws(() => open(), {
      message: `${home.databasePath}-wal cannot be read: it is not a file; move it away`,
    });
  });

  it('because its home is below a file', () => {
    assertProblem('no-home', () => open(join(home.databasePath, 'home')));
  });

  it('because it is something else', () => {
    replaceWith('just a text that is longer than the header of a database\n'.repeat(50));
    assertProblem('not-a-database', () => open());
  });

  it('because it is empty', () => {
    replaceWith('');
    assertProblem('missing-table', () => open());
  });

  it("because it is another program's", () => {
    home.sql.exec('DROP TABLE messages');
    assertProblem('missing-table', () => open());
  });

  it('because a column is missing that nothing can be read without', () => {
    for (const column of ['session_id', 'role', 'timestamp']) {
      home.remove();
      home = TemporaryHome.create({ journalMode: 'delete' });
      home.sql.exec(`ALTER TABLE messages RENAME COLUMN ${column} TO other`);
      assertProblem('missing-column', () => open());
    }
  });

  it('because it was cut off', () => {
    fill();
    home.rest();
    truncateSync(home.databasePath, readFileSync(home.databasePath).length / 2);
    assertProblem('corrupt', readAll);
  });

  it('because its pages were overwritten', () => {
    fill();
    home.rest();
    const bytes = readFileSync(home.databasePath);
    replaceWith(bytes.fill(0xaa, 3 * 4096));
    assertProblem('corrupt', readAll);
  });

  it('while another program keeps it locked', async () => {
    home.rest();
    const release = await holdExclusiveLock(home.databasePath);
    try {
      assertProblem('locked', () => open());
    } finally {
      await release();
    }
    open().close();
  });

  it('is waited for while it is read too, as long as nobody ends the wait', async () => {
    home.addSession({}, [{ content: 'hello' }]);
    home.rest();
    let heard = 0;
    let mayWait = Number.POSITIVE_INFINITY;
    const whileLocked = (): void => {
      if (++heard > mayWait) throw new Error('somebody pressed Ctrl+C');
    };
    const database = SessionDatabase.open(home.path, driver, { whileLocked });
    const release = await holdExclusiveLock(home.databasePath);
    try {
      for (const read of [
        () => database.digests.totalRows(),
        () => database.readSession('none', () => undefined),
      ]) {
        heard = 0;
        mayWait = 4;
        assert.throws(read, /Ctrl\+C/);
      }
    } finally {
      await release();
    }
    mayWait = Number.POSITIVE_INFINITY;
    assert.equal(database.digests.totalRows(), 1);
    database.close();
  });

  it('any more after its tables were dropped', () => {
    const database = open();
    home.sql.exec('DROP TABLE messages');
    assertProblem('changed', () => database.digests.sweep());
    assert.equal(database.isSameFile(), false);
    database.close();
    assertProblem('missing-table', () => open());
  });
});
