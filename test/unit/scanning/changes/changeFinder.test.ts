import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { ChangeFinder } from '../../../../src/scanning/changes/changeFinder.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const { driver } = await loadDriver();

describe('a look for what changed', () => {
  let home: TemporaryHome;
  let database: SessionDatabase;
  let finder: ChangeFinder;

  beforeEach(() => {
    home = TemporaryHome.create();
    for (const id of ['a', 'b', 'c']) home.addSession({ id, title: id, source: 'cli', model: 'm' }, [{}, {}]);
    database = SessionDatabase.open(home.path, driver);
    finder = new ChangeFinder();
    look();
  });
  afterEach(() => {
    database.close();
    home.remove();
  });

  /** The sessions that may have changed since the last look that was settled, and how many rows they gained. */
  function look({ unsettled = [] as string[], settles = true } = {}) {
    const { changes, settle } = finder.look(database, { all: false, unsettled: new Set(unsettled) });
    if (settles) settle();
    const appended = [...changes.appended].map(([id, { total }]) => [id, total]);
    return { suspects: changes.suspects.map(({ id }) => id), appended };
  }

  for (const [column, value] of [
    ['title', 'Renamed'],
    ['title', null],
    ['model', 'other'],
    ['source', 'telegram'],
    ['started_at', 1_760_000_000],
    ['archived', 1],
  ] as const) {
    it(`finds the session whose ${column} became ${value}`, () => {
      home.editSession('b', { [column]: value });
      assert.deepEqual(look().suspects, ['b']);
      assert.deepEqual(look().suspects, []);
    });
  }

  it('finds rows that were appended once, and only those', () => {
    home.addMessage('b');
    home.addMessage('b');
    assert.deepEqual(look(), { suspects: ['b'], appended: [['b', 2]] });
    assert.deepEqual(look(), { suspects: [], appended: [] });
    home.addMessage('b');
    assert.deepEqual(look(), { suspects: ['b'], appended: [['b', 1]] });
  });

  for (const [what, change] of Object.entries<(home: TemporaryHome) => void>({
    rewound: (one) => one.rewind(3),
    compacted: (one) => one.compact(3, 4),
  })) {
    it(`finds the session of which messages were ${what}, and takes none of its rows for known`, () => {
      home.addMessage('b');
      change(home);
      assert.deepEqual(look(), { suspects: ['b'], appended: [] });
      assert.deepEqual(look().suspects, []);
    });
  }

  it('finds the session of which a message was deleted', () => {
    home.deleteMessage(3);
    assert.ok(look().suspects.includes('b'));
    assert.deepEqual(look().suspects, []);
  });

  it('finds the session that lost all its messages', () => {
    home.deleteMessage(3);
    home.deleteMessage(4);
    assert.deepEqual(look().suspects, ['b']);
  });

  it('finds again what was found by a look that never counted', () => {
    home.addMessage('b');
    assert.deepEqual(look({ settles: false }).suspects, ['b']);
    assert.deepEqual(look().suspects, ['b']);
  });

  it('finds those that are known in another state than it saw, and takes none of their rows for known', () => {
    home.addMessage('a');
    assert.deepEqual(look({ unsettled: ['a'] }), { suspects: ['a'], appended: [] });
  });
});
