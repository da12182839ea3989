import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SessionDatabase } from '../../../../src/hermes/sessionDatabase.ts';
import type { SqliteConnection, SqliteDriver } from '../../../../src/hermes/sqlite/drivers/driver.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { ChangeFinder, type LookOptions } from '../../../../src/scanning/changes/changeFinder.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const { driver } = await loadDriver();
/** What only a look at all sessions asks. */
const WALK = /FROM messages GROUP BY session_id/;

/** The same driver, which notes what is asked. */
function listening(queries: string[]): SqliteDriver {
  const listen = (connection: SqliteConnection): SqliteConnection => ({
    ...connection,
    prepare: (sql) => {
      queries.push(sql);
      return connection.prepare(sql);
    },
  });
  return { ...driver, openReadOnly: (path, options) => listen(driver.openReadOnly(path, options)) };
}

describe('a look at what the log speaks of', () => {
  let home: TemporaryHome;
  let queries: string[];
  let finder: ChangeFinder;

  beforeEach(() => {
    home = TemporaryHome.create();
    // Each row fills its page, so that one that goes leaves none of its session there.
    const content = 'x'.repeat(3_000);
    home.sql.transaction(() => {
      for (let i = 0; i < 300; i++)
        home.addSession({ id: `s${i}`, title: `Title ${i}` }, [{ content }, { content }]);
    })();
    // The rows of one session do not lie side by side.
    home.editMessage(22, { session_id: 's11' });
    home.addMessage('s10', { content });
    home.sql.pragma('wal_checkpoint(RESTART)');
    // Two transactions, of which the first is surely seen by everybody.
    for (const title of ['First', 'Second']) home.editSession('s0', { title });
    queries = [];
    finder = new ChangeFinder();
    look();
  });
  afterEach(() => home.remove());

  /** Looks by a connection of its own, as every scan does. */
  function look({ settles = true, ...options }: Partial<LookOptions> & { settles?: boolean } = {}) {
    queries.length = 0;
    const database = SessionDatabase.open(home.path, listening(queries));
    const all = { all: false, unsettled: new Set<string>(), ...options };
    const { changes, settle } = finder.look(database, all);
    if (settles) settle();
    assert.deepEqual(
      changes.headers,
      database.listSessions(),
      'the sessions are listed as a whole list would have them',
    );
    database.close();
    return {
      suspects: changes.suspects.map(({ id }) => id),
      appended: [...changes.appended.keys()],
      isQuick: !queries.some((sql) => WALK.test(sql)),
    };
  }

  it('finds appended rows, changed rows and changed sessions, and asks for no others', () => {
    home.addMessage('s200');
    home.editMessage(21, { active: 0 });
    home.editSession('s100', { title: 'Renamed' });
    assert.deepEqual(look(), { suspects: ['s200', 's100', 's10'], appended: ['s200'], isQuick: true });
    assert.deepEqual(look(), { suspects: [], appended: [], isQuick: true });
  });

  it('puts a new session where it belongs in the list', () => {
    home.addSession({ id: 'newest' }, [{}]);
    home.addSession({ id: 'imported', started_at: 1_750_001_000 });
    home.addSession({ id: 'undated', started_at: null });
    assert.deepEqual(look(), { suspects: ['newest', 'imported', 'undated'], appended: [], isQuick: true });
  });

  it('finds them again when what it saw never counted', () => {
    home.addMessage('s5');
    home.editSession('s6', { model: 'other' });
    assert.deepEqual(look({ settles: false }).suspects, ['s6', 's5']);
    assert.deepEqual(look().suspects, ['s6', 's5']);
    assert.deepEqual(look().suspects, []);
  });

  it('takes no appended row for all that is new where one before it has changed', () => {
    home.addMessage('s10');
    home.editMessage(21, { active: 0 });
    assert.deepEqual(look(), { suspects: ['s10'], appended: [], isQuick: true });
  });

  it('looks at those that are known in another state, and takes none of their rows for known', () => {
    home.addMessage('s5');
    assert.deepEqual(look({ unsettled: new Set(['s5']) }), { suspects: ['s5'], appended: [], isQuick: true });
  });

  for (const [what, change] of Object.entries<() => void>({
    'a row was deleted': () => home.deleteMessage(21),
    'a row went to another session': () => home.editMessage(21, { session_id: 's200' }),
    'a row was deleted and its id given to another session': () => {
      home.deleteMessage(21);
      home.addMessage('s200', { id: 21, content: 'y'.repeat(3_000) });
    },
    'a session was deleted': () => home.deleteSession('s10'),
    'a session without messages was deleted': () => {
      home.addSession({ id: 'empty' });
      look();
      home.deleteSession('empty');
    },
    'a session began earlier': () => home.editSession('s10', { started_at: 1_750_000_000 }),
    'the log was started over': () => {
      home.sql.pragma('wal_checkpoint(RESTART)');
      home.editMessage(21, { active: 0 });
    },
    'the tables were changed': () => {
      home.sql.exec('ALTER TABLE sessions ADD COLUMN newer TEXT');
      home.editMessage(21, { active: 0 });
    },
  })) {
    it(`leaves it to a look at all sessions when ${what}`, () => {
      change();
      assert.equal(look().isQuick, false);
      assert.equal(look().isQuick, true);
    });
  }
});
