import assert from 'node:assert/strict';
import { closeSync, openSync, writeSync } from 'node:fs';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

const PAGE_BYTES = 4096;

describeWithEachDriver('a database of which something is damaged', (driver) => {
  let home: TemporaryHome;
  let database: SessionDatabase | undefined;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.sql.transaction(() => {
      for (const id of ['a', 'b', 'c'])
        home.addSession(
          { id },
          Array.from({ length: 200 }, (_, index) => ({ content: `${id} ${index} ${'x'.repeat(300)}` })),
        );
    })();
    home.rest();
  });
  afterEach(() => {
    close();
    home.remove();
  });

  /** Writes over pages: of an index all, of a table one of its rows. */
  function damage(...names: readonly string[]): void {
    const pages = home.sql
      .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno")
      .pluck();
    const damaged = names.flatMap((name) =>
      name === 'messages' ? pages.all(name).slice(2, 3) : pages.all(name),
    );
    home.rest();
    const file = openSync(home.databasePath, 'r+');
    for (const page of damaged as number[])
      writeSync(file, Buffer.alloc(PAGE_BYTES, 0xee), 0, PAGE_BYTES, (page - 1) * PAGE_BYTES);
    closeSync(file);
  }

  function close(): void {
    database?.close();
    database = undefined;
  }

  function open(): SessionDatabase {
    close();
    database = SessionDatabase.open(home.path, driver);
    return database;
  }

  const texts = (id: string): number => [...open().messages.transcript(id)].length;

  it('is read whole, without the indexes that are damaged', () => {
    const whole = open();
    const [digests, marks] = [whole.digests.sweep(), whole.digests.marksOfAll()];
    close();
    for (const indexes of [
      ['idx_messages_session_active'],
      ['idx_messages_session'],
      ['idx_messages_session', 'idx_messages_session_active', 'sqlite_autoindex_sessions_1'],
    ]) {
      damage(...indexes);
      const read = open();
      assert.deepEqual(read.digests.sweep(), digests);
      assert.deepEqual(read.digests.marksOfAll(), marks);
      assert.deepEqual(read.digests.rowsOf('b'), digests.get('b'));
      assert.equal(read.header('b')?.id, 'b');
      assert.equal([...read.messages.transcript('c')].length, 200);
      assert.equal(read.avoidsAnIndex, true);
      close();
    }
  });

  it('is whole as far as anybody can tell while no index fails', () => {
    assert.equal(texts('a'), 200);
    assert.equal(database?.avoidsAnIndex, false);
  });

  it('loses the sessions on a damaged page of the table, and those only', () => {
    damage('messages');
    const lost = ['a', 'b', 'c'].filter((id) => {
      try {
        return texts(id) < 200;
      } catch (error) {
        assert.ok(error instanceof HermesDatabaseError && error.code === 'corrupt');
        return true;
      }
    });
    assert.deepEqual(lost, ['a']);
    assert.equal(open().digests.rowsOf('a').digest.total, 200);
  });
});
