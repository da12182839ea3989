import assert from 'node:assert/strict';
import { copyFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, it } from 'node:test';
import { DatabaseConnection } from '../../../src/hermes/databaseConnection.ts';
import { HermesDatabaseError } from '../../../src/hermes/databaseError.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { describeWithEachDriver } from './eachDriver.ts';
import { interrupted, type Meanwhile } from './meanwhile.ts';

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
    assert.equal(connection.isCurrent(), true);
    editInPlace();
    assert.equal(connection.isCurrent(), false);
    assert.notEqual(connection.dataVersion(), before);
    assertChanged(() => connection.all(TITLES));
  });

  it('with a log notices when another log is in its place, though the file is the same', {
    skip: ON_WINDOWS,
  }, () => {
    open();
    assert.equal(connection.isCurrent(), true);
    const log = `${home.databasePath}-wal`;
    copyFileSync(log, `${log}.new`);
    renameSync(`${log}.new`, log);
    assert.equal(connection.isCurrent(), false);
  });

  it('with a log notices when the log is gone, though the file is the same', { skip: ON_WINDOWS }, () => {
    open();
    rmSync(`${home.databasePath}-wal`);
    assert.equal(connection.isCurrent(), false);
  });

  it('takes a log that grows for the same', () => {
    open();
    home.addSession({ id: 'c' });
    assert.equal(connection.isCurrent(), true);
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
});
