import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { LogPosition } from '../../../../../src/hermes/changes/log/tail.ts';
import { SessionDatabase } from '../../../../../src/hermes/sessionDatabase.ts';
import { loadDriver } from '../../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { FULL_SCHEMA, TemporaryHome, type TemporaryHomeOptions } from '../../../../support/temporaryHome.ts';

const { driver } = await loadDriver();
const SESSIONS = 400;
/** A column that is not stored, so that those after it stand elsewhere than the schema says. */
const COMPUTED = 'length INTEGER AS (length(content))';

describe('the sessions that a log speaks of', () => {
  let home: TemporaryHome;
  let database: SessionDatabase;
  let place: LogPosition;

  beforeEach(() => begin());
  afterEach(() => {
    database.close();
    home.remove();
  });

  /** A history of many sessions, and a place in its log behind all of them. */
  function begin(options: TemporaryHomeOptions = {}): void {
    home = TemporaryHome.create(options);
    home.sql.transaction(() => {
      for (let i = 0; i < SESSIONS; i++)
        home.addSession({ id: `s${i}` }, [{ content: 'a'.repeat(2_000) }, {}, {}]);
    })();
    home.sql.pragma('wal_checkpoint(RESTART)');
    home.editSession('s0', { title: 'Begins the log anew' });
    home.editSession('s0', { title: 'Is seen by everybody' });
    database = SessionDatabase.open(home.path, driver);
    place = database.placeInLog(null)!;
  }

  const touched = () => database.touchedSince(place)!;

  it('are those whose rows were written, and the neighbours on their pages', () => {
    home.addMessage('s200', { content: 'b'.repeat(10_000) });
    home.editSession('s300', { title: 'Renamed' });
    const { rows, messages } = touched();
    assert.ok(messages.has('s200') && rows.has('s300'));
    assert.ok(messages.size < SESSIONS / 2 && rows.size < SESSIONS / 2);
  });

  it('are those whose rows are not as active, compacted or early as they were, or came from another', () => {
    for (const change of [
      'active = 0',
      'compacted = 1',
      'timestamp = 1750000000.5',
      "session_id = 's17'",
      'id = id + 10000',
      "content = 'short'",
    ]) {
      const session = home.sql
        .prepare('SELECT session_id FROM messages WHERE id = 600')
        .pluck()
        .get() as string;
      home.sql.exec(`UPDATE messages SET ${change} WHERE id = 600`);
      const now = change.startsWith('session_id') ? 's17' : session;
      assert.ok(touched().messages.has(now), change);
      home.sql.exec('UPDATE messages SET id = id - 10000 WHERE id > 10000');
    }
  });

  it('are those of new rows and of rows with an id that was used up', () => {
    home.addSession({ id: 'new' });
    home.deleteMessage(600);
    home.addMessage('s17', { id: 600 });
    assert.ok(touched().rows.has('new') && touched().messages.has('s17'));
  });

  it('are not known from a place that is no more, or where the log is too long', () => {
    home.sql.pragma('wal_checkpoint(RESTART)');
    home.addMessage('s1');
    assert.equal(database.touchedSince(place), null);
    place = database.placeInLog(place)!;
    assert.equal(place.frames, 0);
    home.sql.exec(`UPDATE messages SET content = zeroblob(60000)`);
    assert.equal(database.touchedSince(place), null);
  });

  it('are not known where a text that may be an id goes on on another page', () => {
    // Of whichever table: whose a page is, it does not say.
    home.sql.exec('CREATE TABLE notes (title TEXT, author TEXT, content TEXT)');
    assert.notEqual(database.touchedSince(place), null);
    const note = ['t', 'a'].map((letter) => letter.repeat(400));
    home.sql.prepare('INSERT INTO notes VALUES (?, ?, ?)').run(...note, 'c'.repeat(10_000));
    assert.equal(database.touchedSince(place), null);
  });

  for (const [what, options] of Object.entries<TemporaryHomeOptions>({
    'text is stored as UTF-16': { encoding: 'UTF-16le' },
    'there is a rollback journal': { journalMode: 'delete' },
    'columns are computed': { schema: { ...FULL_SCHEMA, messages: [...FULL_SCHEMA.messages, COMPUTED] } },
  })) {
    it(`are not known where ${what}`, () => {
      database.close();
      home.remove();
      begin(options);
      assert.equal(place, null);
    });
  }

  it('are not known where no program has the file open', () => {
    database.close();
    home.rest();
    database = SessionDatabase.open(home.path, driver);
    assert.equal(database.placeInLog(place), null);
  });
});
