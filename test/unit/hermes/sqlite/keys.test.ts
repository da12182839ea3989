import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { describeWithEachDriver } from '../eachDriver.ts';

describeWithEachDriver('a session whose id is no text', (driver) => {
  let home: TemporaryHome;
  let database: SessionDatabase | undefined;
  beforeEach(() => {
    home = TemporaryHome.create();
  });
  afterEach(() => {
    database?.close();
    home.remove();
  });

  /** @param id as an expression of SQL */
  function add(id: string, texts: readonly string[]): void {
    home.sql.exec(`INSERT INTO sessions (id, started_at, title) VALUES (${id}, 1750000000, 'Odd')`);
    for (const text of texts)
      home.sql
        .prepare(
          `INSERT INTO messages (session_id, role, timestamp, content) VALUES (${id}, 'user', 1750000001, ?)`,
        )
        .run(text);
  }

  for (const [what, id] of Object.entries({
    'a BLOB': "x'6f6464'",
    'a BLOB that is no UTF-8': "x'6fff64'",
    'a text that is no UTF-8': "CAST(x'6fff64' AS TEXT)",
  })) {
    it(`but ${what} keeps its rows`, () => {
      home.addSession({ id: 'usual' }, [{ content: 'hello' }]);
      add(id, ['one', 'two']);
      database = SessionDatabase.open(home.path, driver);
      const odd = database.listSessions().find(({ title }) => title === 'Odd')!;
      assert.equal(database.header(odd.id)?.title, 'Odd');
      assert.deepEqual(database.digests.rowsOf(odd.id), database.digests.sweep().get(odd.id));
      const rows = Array.from(database.messages.rows(odd.id, {}, null), ({ text }) =>
        Buffer.from(text).toString(),
      );
      assert.deepEqual(rows, ['one', 'two']);
      assert.deepEqual(
        Array.from(database.messages.transcript(odd.id), ({ text }) => text),
        ['one', 'two'],
      );
      assert.equal(database.preview(odd.id), 'one');
      assert.ok(database.details(odd.id));
      assert.equal(Array.from(database.messages.rows('usual', {}, null)).length, 1);
    });
  }

  it('does not stand in the way of one whose id is that text', () => {
    add("x'6f6464'", ['of the BLOB']);
    home.addSession({ id: 'odd' }, [{ content: 'of the text' }]);
    database = SessionDatabase.open(home.path, driver);
    const rows = Array.from(database.messages.rows('odd', {}, null), ({ text }) =>
      Buffer.from(text).toString(),
    );
    assert.deepEqual(rows, ['of the text']);
  });

  it('is not found by a name that only looks like it', () => {
    add("CAST(x'6fff64' AS TEXT)", ['one']);
    database = SessionDatabase.open(home.path, driver);
    assert.equal(database.header('o\ufffd'), undefined);
  });
});
