import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SessionDatabase } from '../../../src/hermes/sessionDatabase.ts';
import { HermesDatabaseError } from '../../../src/hermes/sqlite/databaseError.ts';
import type { SqliteConnection, SqliteDriver } from '../../../src/hermes/sqlite/drivers/driver.ts';
import { problem } from '../../../src/words/problem.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { describeWithEachDriver } from './eachDriver.ts';

/** The same driver, and how many of the connections it opened are open still. */
function counted(driver: SqliteDriver): { driver: SqliteDriver; open: () => number } {
  let open = 0;
  const count = (connection: SqliteConnection): SqliteConnection => {
    open++;
    return {
      ...connection,
      close: () => {
        open--;
        connection.close();
      },
    };
  };
  const { openImmutable } = driver;
  return {
    driver: {
      ...driver,
      openReadOnly: (path, options) => count(driver.openReadOnly(path, options)),
      openImmutable: openImmutable && ((path) => count(openImmutable(path))),
    },
    open: () => open,
  };
}

describeWithEachDriver('a history', (driver) => {
  for (const journalMode of ['wal', 'delete'] as const) {
    it(`that turns out to be none is not kept open (${journalMode})`, (t) => {
      const home = TemporaryHome.create({ journalMode });
      t.after(() => home.remove());
      home.sql.exec('DROP TABLE messages');
      home.rest();
      const { driver: counting, open } = counted(driver);
      assert.throws(() => SessionDatabase.open(home.path, counting), { code: 'missing-table' });
      assert.equal(open(), 0);
    });
  }

  it('is closed when that is asked for', (t) => {
    const home = TemporaryHome.create();
    t.after(() => home.remove());
    const { driver: counting, open } = counted(driver);
    const database = SessionDatabase.open(home.path, counting);
    assert.equal(open(), 1);
    database.close();
    assert.equal(open(), 0);
  });

  describe('with a rollback journal', () => {
    let home: TemporaryHome;
    let database: SessionDatabase;

    beforeEach(() => {
      home = TemporaryHome.create({ journalMode: 'delete' });
      home.addSession({ id: 'a' }, [{ content: 'first' }]);
      home.addSession({ id: 'b' });
      database = SessionDatabase.open(home.path, driver);
    });
    afterEach(() => {
      database.close();
      home.remove();
    });

    /** Reads a session, in the middle of which something happens each time. */
    function readWhile(happens: (time: number) => void): { texts: string[]; times: number } {
      let times = 0;
      const texts = database.readSession('a', () => {
        const first = [...database.messages.transcript('a')].map(({ text }) => text);
        happens(times++);
        const second = [...database.messages.transcript('a')].map(({ text }) => text);
        return [...first, ...second];
      });
      return { texts, times };
    }

    it('is read again where the session was changed meanwhile', () => {
      const { texts, times } = readWhile((time) => {
        if (time < 2) home.addMessage('a', { content: `${time}` });
      });
      assert.equal(times, 3);
      assert.deepEqual(texts, ['first', '0', '1', 'first', '0', '1']);
    });

    it('is not read again for what is written to others', () => {
      const { times } = readWhile(() => home.addMessage('b'));
      assert.equal(times, 1);
    });

    it('is read again, too, where reading failed because it was changed', () => {
      const { times } = readWhile((time) => {
        if (time > 0) return;
        home.addMessage('a');
        throw new TypeError('a row is gone');
      });
      assert.equal(times, 2);
    });

    it('fails where nothing was changed', () => {
      const fail = (): never => {
        throw new TypeError('a mistake');
      };
      assert.throws(() => readWhile(fail), TypeError);
    });
  });

  it('is opened, read and closed, all of it again where a writer was in the way', (t) => {
    const home = TemporaryHome.create();
    t.after(() => home.remove());
    home.addSession({ id: 'a' });
    const { driver: counting, open } = counted(driver);
    let times = 0;
    const headers = SessionDatabase.reading(home.path, counting, (database) => {
      if (times++ < 2)
        throw new HermesDatabaseError('unreadable', problem('other', 'a checkpoint'), { isPassing: true });
      return database.listSessions();
    });
    assert.equal(headers.length, 1);
    assert.equal(times, 3);
    assert.equal(open(), 0);
  });
});
