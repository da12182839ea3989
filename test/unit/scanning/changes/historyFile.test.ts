import assert from 'node:assert/strict';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { HistoryFile } from '../../../../src/scanning/changes/historyFile.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const { driver } = await loadDriver();
const ON_WINDOWS = process.platform === 'win32' && 'a file that is open cannot be replaced there';
const LOOK = { all: false, unsettled: new Set<string>() };

describe('the history of a home', () => {
  let home: TemporaryHome;
  let history: HistoryFile;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: 'a', title: 'A' }, [{ content: 'as it was' }]);
    history = new HistoryFile(home.path, driver);
  });
  afterEach(() => {
    history.close();
    home.remove();
  });

  /** The sessions that a look suspects to have changed, and whether it counts from then on. */
  function suspects({ settles = true } = {}): string[] {
    const { changes, settle } = history.look(LOOK);
    if (settles) settle();
    return changes.suspects.map(({ id }) => id);
  }

  it('is looked at whole at first, and then where something changed', () => {
    assert.deepEqual(suspects(), ['a']);
    assert.deepEqual(suspects(), []);
    home.addMessage('a');
    assert.deepEqual(suspects(), ['a']);
  });

  it('is unchanged until something is written, also by who begins to write where nobody did', () => {
    for (const leave of [() => undefined, () => home.rest()]) {
      leave();
      suspects();
      assert.equal(history.isUnchanged(), true);
      home.addMessage('a');
      assert.equal(history.isUnchanged(), false);
    }
  });

  it('is changed by what came between the look and its being settled', () => {
    const { settle } = history.look(LOOK);
    home.addMessage('a');
    settle();
    assert.equal(history.isUnchanged(), false);
    assert.deepEqual(suspects(), ['a']);
  });

  it('is looked at again when what a look saw never counted', () => {
    suspects();
    home.addMessage('a');
    assert.deepEqual(suspects({ settles: false }), ['a']);
    assert.deepEqual(suspects(), ['a']);
  });

  it('is looked at whole when another one was put in its place, however alike they are', {
    skip: ON_WINDOWS,
  }, () => {
    suspects();
    const other = TemporaryHome.create();
    other.addSession({ id: 'a', title: 'A' }, [{ content: 'as it is in the backup' }]);
    other.rest();
    home.rest();
    for (const log of ['-wal', '-shm']) rmSync(home.databasePath + log, { force: true });
    renameSync(other.databasePath, home.databasePath);
    other.remove();
    assert.equal(history.isUnchanged(), false);
    assert.deepEqual(suspects(), ['a']);
    const [message] = history.open().database.messages.transcript('a');
    assert.equal(message!.text, 'as it is in the backup');
  });

  it('is open only while it is read, so that a Hermes that closes leaves one whole file', () => {
    suspects();
    history.rest();
    home.rest();
    assert.deepEqual(readdirSync(home.path), ['state.db']);
    suspects();
    history.rest();
    assert.deepEqual(readdirSync(home.path), ['state.db']);
  });

  it('is known to be unchanged at rest, and what was found is remembered meanwhile', () => {
    suspects();
    history.rest();
    assert.equal(history.isUnchanged(), true);
    home.addMessage('a');
    assert.equal(history.isUnchanged(), false);
    assert.deepEqual(suspects(), ['a']);
    history.rest();
    assert.equal(history.isUnchanged(), true);
    assert.deepEqual(suspects(), []);
  });

  it('is read again after it was closed, though nothing was written', () => {
    suspects();
    history.close();
    assert.equal(history.isUnchanged(), false);
  });

  it('is looked at whole when all is to be forgotten', () => {
    suspects();
    history.forget();
    assert.equal(history.isUnchanged(), false);
    assert.deepEqual(suspects(), ['a']);
  });
});
