import assert from 'node:assert/strict';
import { copyFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, it } from 'node:test';
import { DatabaseConnection } from '../../../../src/hermes/sqlite/connection.ts';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';
import { interrupted, type Meanwhile } from '../meanwhile.ts';

const ON_WINDOWS =
  process.platform === 'win32' && 'a file that is open can be neither replaced nor removed there';

const TITLES = 'SELECT title FROM sessions ORDER BY id';

describeWithEachDriver('a connection to a database', (driver) => {
  let home: TemporaryHome;
  let connection: DatabaseConnection;
  let meanwhile: Meanwhile;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'a', title: 'First' });
    home.addSession({ id: 'b', title: 'Other' });
    meanwhile = { act: () => undefined };
  });
  afterEach(() => {
    meanwhile.act = () => undefined;
    connection.close();
    home.remove();
  });

  function open(): DatabaseConnection {
    connection = DatabaseConnection.open(home.databasePath, interrupted(driver, meanwhile), {
      busyTimeoutMs: 20,
    });
    return connection;
  }

  /** A file that no program has open, last written so long ago that any later write shows. */
  function openAtRest(): DatabaseConnection {
    home.rest();
    utimesSync(home.databasePath, 1, 1);
    return open();
  }

  /** Writes into the pages that are there already, and leaves neither a log nor another size. */
  function editInPlace(): void {
    home.editSession('a', { title: 'Again' });
    home.rest();
  }

  function assertChanged(read: () => unknown): void {
    assert.throws(read, (error) => error instanceof HermesDatabaseError && error.code === 'changed');
  }

  it('at rest notices what was written in place, of which only the time stamp is left', () => {
    const { immutable } = openAtRest();
    assert.equal(immutable, true);
    const before = connection.dataVersion();
    assert.equal(connection.file.isCurrent(), true);
    editInPlace();
    assert.equal(connection.file.isCurrent(), false);
    assert.notEqual(connection.dataVersion(), before);
    assertChanged(() => connection.all(TITLES));
  });

  it('with a log notices when another log is in its place, though the file is the same', {
    skip: ON_WINDOWS,
  }, () => {
    open();
    assert.equal(connection.file.isCurrent(), true);
    const log = `${home.databasePath}-wal`;
    copyFileSync(log, `${log}.new`);
    renameSync(`${log}.new`, log);
    assert.equal(connection.file.isCurrent(), false);
  });

  it('with a log notices when the log is gone, though the file is the same', { skip: ON_WINDOWS }, () => {
    open();
    rmSync(`${home.databasePath}-wal`);
    assert.equal(connection.file.isCurrent(), false);
  });

  it('takes a log that grows for the same', () => {
    open();
    home.addSession({ id: 'c' });
    assert.equal(connection.file.isCurrent(), true);
  });

  it('at rest lets no rows count that were read at once while something was written', () => {
    openAtRest();
    meanwhile.act = editInPlace;
    assertChanged(() => connection.all(TITLES));
  });

  it('at rest lets no row count that was read while something was written', () => {
    openAtRest();
    meanwhile.act = editInPlace;
    assertChanged(() => connection.get(TITLES));
  });

  it('at rest lets nothing count of a row of transactions in which something was written', () => {
    openAtRest();
    assertChanged(() =>
      connection.inARow(() => {
        connection.inOneTransaction(() => connection.all(TITLES));
        editInPlace();
        connection.inOneTransaction(() => connection.all(TITLES));
      }),
    );
  });

  for (const [how, read] of Object.entries<() => void>({
    'that went well': () => undefined,
    'that failed': () => {
      throw new Error('damaged');
    },
  })) {
    it(`at rest looks again after a row of transactions ${how}`, () => {
      openAtRest();
      try {
        connection.inARow(read);
      } catch {}
      meanwhile.act = editInPlace;
      assertChanged(() => connection.all(TITLES));
    });
  }

  it('at rest takes an error for a change where something was written', () => {
    openAtRest();
    meanwhile.act = () => {
      editInPlace();
      // As SQLite finds it who reads pages of two moments.
      throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT', errcode: 11 });
    };
    assertChanged(() => connection.all(TITLES));
  });

  it('at rest takes an error for what it is where nothing was written', () => {
    openAtRest();
    meanwhile.act = () => {
      throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT', errcode: 11 });
    };
    assert.throws(() => connection.all(TITLES), { code: 'corrupt' });
  });

  /** As reading fails beside a writer that checkpoints, opens or closes; so often, and then no more. */
  function failFor(times: number, code = 'SQLITE_IOERR', errcode = 10): void {
    meanwhile.act = () => {
      if (times-- > 0) throw Object.assign(new Error('disk I/O error'), { code, errcode });
    };
  }

  it('tries again what failed because a writer was in the way', () => {
    open();
    failFor(2);
    assert.deepEqual(connection.all(TITLES), [['First'], ['Other']]);
    failFor(2, 'SQLITE_CANTOPEN', 14);
    assert.deepEqual(connection.get(TITLES), ['First']);
  });

  it('gives up on what fails a third time', () => {
    open();
    failFor(3);
    assert.throws(() => connection.all(TITLES), { code: 'unreadable' });
  });

  it('begins a transaction again that an error has ended', () => {
    open();
    let times = 0;
    const titles = connection.inOneTransaction(() => {
      const before = connection.all(TITLES);
      if (times++ === 0) {
        home.editSession('a', { title: 'Again' });
        failFor(1);
      }
      return [before, connection.all(TITLES)];
    });
    assert.equal(times, 2);
    assert.deepEqual(titles, Array(2).fill([['Again'], ['Other']]));
  });
});

describeWithEachDriver('a connection to a database with a rollback journal', (driver) => {
  let home: TemporaryHome;
  let connection: DatabaseConnection;

  beforeEach(() => {
    home = TemporaryHome.create({ journalMode: 'delete' });
    home.sql.pragma('busy_timeout = 0');
    home.sql.transaction(() => home.addSession({ id: 'a' }, Array(2_500).fill({})))();
    connection = DatabaseConnection.open(home.databasePath, driver, { busyTimeoutMs: 20 });
  });
  afterEach(() => {
    connection.close();
    home.remove();
  });

  const count = (): unknown => connection.get('SELECT count(*) FROM messages')?.[0];

  it('lets its writer write between two queries, which is no reason to begin again', () => {
    const counts = connection.inOneTransaction((before) => {
      const first = count();
      home.addMessage('a');
      assert.notEqual(connection.dataVersion(), before);
      return [first, count()];
    });
    assert.deepEqual(counts, [2_500, 2_501]);
    connection.inARow(() => {
      count();
      home.addMessage('a');
    });
  });

  it('lets its writer write while rows are read by id, however many', () => {
    const ids: unknown[] = [];
    const sql = 'SELECT id FROM messages WHERE session_id = ? AND id > ? ORDER BY id';
    for (const [id] of connection.iterateById(sql, 'a', 0)) {
      if (ids.push(id) % 700 === 0) home.addMessage('a');
    }
    assert.deepEqual(
      ids.slice(0, 2_500),
      Array.from({ length: 2_500 }, (_, index) => index + 1),
    );
  });

  it('is read row by row at ids beyond 2^53 too, each row once', () => {
    const large = home.sql.prepare(
      "INSERT INTO messages (id, session_id, role, content) VALUES (?, 'b', 'user', ?)",
    );
    home.sql.transaction(() => {
      home.addSession({ id: 'b' });
      for (let count = 0; count < 2_300; count++) large.run(2n ** 53n + BigInt(count), `${count}`);
    })();
    const sql = 'SELECT CAST(id AS REAL), content FROM messages WHERE session_id = ? AND id > ? ORDER BY id';
    const contents = Array.from(connection.iterateById(sql, 'b', 0), ([, content]) => content);
    assert.deepEqual(
      contents,
      Array.from({ length: 2_300 }, (_, index) => `${index}`),
    );
  });

  // Two SQLite libraries in one process do not see each other's locks.
  const skip = driver.name === 'node:sqlite' && 'the writer of the tests uses another library';
  it('is held still where nothing else helps', { skip }, () => {
    connection.holdingStill(() => {
      count();
      assert.throws(() => home.addMessage('a'), { code: 'SQLITE_BUSY' });
    });
    home.addMessage('a');
  });
});
