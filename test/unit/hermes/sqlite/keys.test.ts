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

  for (const mode of ['wal', 'delete'] as const)
    it(`has a name and rows of its own beside others that are decoded alike, journal mode ${mode}`, () => {
      home.remove();
      home = TemporaryHome.create({ journalMode: mode });
      home.addSession({ id: 'odd' }, [{ content: 'of the text' }]);
      add("x'6f6464'", ['of', 'the', 'BLOB']);
      add("CAST(x'6fff64' AS TEXT)", ['one']);
      add("CAST(x'6ffe64' AS TEXT)", ['two', 'rows']);
      add("x'6fff64'", ['four', 'rows', 'of', 'it']);
      // So many that they are asked for in several parts where a writer waits.
      home.sql.transaction(() => {
        for (let count = 0; count < 250; count++)
          home.addSession({ id: `usual ${count}` }, [{ content: 'hello' }]);
      })();
      database = SessionDatabase.open(home.path, driver);
      const names = database.listSessions().map(({ id }) => id);
      assert.equal(new Set(names).size, 255);
      const odd = names.filter((name) => name.startsWith('o')).sort();
      assert.deepEqual(odd, [
        'odd',
        'odd (BLOB 6f6464)',
        'o\ufffdd',
        'o\ufffdd (6fff64)',
        'o\ufffdd (BLOB 6fff64)',
      ]);
      const digests = database.digests.sweep();
      const marks = database.digests.marksOfAll();
      const fresh = database.digests.since(0);
      assert.deepEqual([digests.size, marks.size, fresh.size], [255, 255, 255]);
      for (const name of odd) {
        assert.equal(database.header(name)?.id, name);
        assert.deepEqual(digests.get(name), database.digests.rowsOf(name));
        assert.equal(marks.get(name), digests.get(name)!.digest.mark);
        assert.deepEqual(fresh.get(name), digests.get(name)!.digest);
      }
      assert.deepEqual(odd.map((name) => digests.get(name)!.digest.total).sort(), [1, 1, 2, 3, 4]);
    });

  it('is not found by a name that only looks like it', () => {
    add("CAST(x'6fff64' AS TEXT)", ['one']);
    database = SessionDatabase.open(home.path, driver);
    assert.equal(database.header('o\ufffd'), undefined);
  });
});
