import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SessionDatabase } from '../../../src/hermes/sessionDatabase.ts';
import type { SqliteConnection, SqliteDriver } from '../../../src/hermes/sqlite/driver.ts';
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
});
