import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HermesHome } from '../../../support/hermes/hermesHome.ts';
import { OPERATIONS } from '../../../support/hermes/randomOperations.ts';
import { RestlessHermes } from '../../../support/hermes/restlessHermes.ts';

const rowsOf = (home: HermesHome) =>
  home.connection
    .prepare('SELECT * FROM messages ORDER BY id')
    .all()
    .map((row) => JSON.stringify(row));

describe('a restless Hermes', () => {
  for (const journalMode of ['wal', 'delete'] as const) {
    it(`does everything there is to do, and leaves a sound database, in mode ${journalMode}`, async (t) => {
      const home = await HermesHome.create(t, { journalMode });
      const restless = new RestlessHermes(home.hermes, { seed: 'all', removals: 'all' });
      const done = new Set(Array.from({ length: 500 }, () => restless.step().split(':')[0]));
      assert.deepEqual([...done].sort(), Object.keys(OPERATIONS).sort());
      assert.equal(home.single('PRAGMA journal_mode'), journalMode);
      assert.equal(home.single('PRAGMA integrity_check'), 'ok');
      assert.equal(home.single(`SELECT count(*) FROM messages WHERE active = 1 AND compacted = 1`), 0);
      for (const table of ['messages_fts', 'messages_fts_trigram']) {
        home.connection.exec(`INSERT INTO ${table}(${table}, rank) VALUES ('integrity-check', 1)`);
      }
    });
  }

  it('does the same for the same seed', async (t) => {
    const [one, other] = [await HermesHome.create(t), await HermesHome.create(t)];
    for (const home of [one, other]) {
      const restless = new RestlessHermes(home.hermes, { seed: 'same', removals: 'all' });
      for (let step = 0; step < 60; step++) restless.step();
    }
    assert.deepEqual(rowsOf(one), rowsOf(other));
  });

  it('keeps all that it removes in the other history, where all else is the same', async (t) => {
    const [home, faithful] = [await HermesHome.create(t), await HermesHome.create(t)];
    const options = { seed: 'kept', removals: 'sessions', faithful: faithful.hermes } as const;
    const restless = new RestlessHermes(home.hermes, options);
    for (let step = 0; step < 300; step++) restless.step();
    const [kept, left] = [new Set(rowsOf(faithful)), rowsOf(home)];
    assert.deepEqual(
      left.filter((row) => !kept.has(row)),
      [],
    );
    assert.ok(kept.size > left.length);
  });
});
