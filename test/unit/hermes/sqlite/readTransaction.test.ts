import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

describeWithEachDriver('transactions in a row, beside a running Hermes', (driver) => {
  let home: TemporaryHome;
  let database: SessionDatabase;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'a' }, [{}]);
    database = SessionDatabase.open(home.path, driver);
  });
  afterEach(() => {
    database.close();
    home.remove();
  });

  /** How many rows there are in a transaction of its own, before another program adds one, and the data version. */
  function countThenAdd(): [number, number] {
    return database.inOneTransaction((dataVersion) => {
      const rows = database.digests.totalRows();
      home.addMessage('a');
      return [rows, dataVersion];
    });
  }

  it('are of one moment, whatever is written meanwhile', () => {
    const [first, second] = database.inARow(() => [countThenAdd(), countThenAdd()]);
    assert.deepEqual(second, first);
  });

  it('end with the row, and alone each by itself', () => {
    database.inARow(countThenAdd);
    const [[second], [third]] = [countThenAdd(), countThenAdd()];
    assert.deepEqual([second, third], [2, 3]);
  });

  it('show what was written since, and that it was, after one that failed', () => {
    database.inARow(() => {
      const [before, version] = countThenAdd();
      const failing = () =>
        database.inOneTransaction(() => {
          throw new Error('damaged');
        });
      assert.throws(failing, /damaged/);
      const [after, versionAfter] = countThenAdd();
      assert.deepEqual([before, after], [1, 2]);
      assert.notEqual(versionAfter, version);
    });
  });

  it('let no snapshot be held when all are done', () => {
    database.inARow(countThenAdd);
    const [busy] = home.sql.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().get() as number[];
    assert.equal(busy, 0);
  });
});
