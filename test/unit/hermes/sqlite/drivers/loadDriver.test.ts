import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadBetterSqlite3 } from '../../../../../src/hermes/sqlite/drivers/betterSqlite3.ts';
import { loadDriver } from '../../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { loadNodeSqlite } from '../../../../../src/hermes/sqlite/drivers/nodeSqlite.ts';
import { TemporaryHome } from '../../../../support/temporaryHome.ts';

function failing(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}

const broken = async () => failing('invalid ELF header\nRequire stack:\n- somewhere')();

describe('the SQLite driver', () => {
  it('is better-sqlite3 by choice, without a word', async () => {
    const { driver, notice } = await loadDriver();
    assert.equal(driver.name, 'better-sqlite3');
    assert.equal(notice, null);
  });

  it('is node:sqlite where better-sqlite3 cannot be loaded, with one line for the log', async () => {
    const { driver, notice } = await loadDriver({ betterSqlite3: broken, nodeSqlite: loadNodeSqlite });
    assert.equal(driver.name, 'node:sqlite');
    assert.equal(notice, 'Reading with node:sqlite, because invalid ELF header');
  });

  it('borrows from node:sqlite the reading of files that nobody writes', async () => {
    const { driver } = await loadDriver();
    assert.ok(driver.openImmutable);
  });

  it('does without that where node:sqlite is missing', async () => {
    const { driver } = await loadDriver({
      betterSqlite3: () => loadBetterSqlite3(),
      nodeSqlite: failing('none'),
    });
    assert.equal(driver.openImmutable, null);
  });

  it('is clear about both missing', async () => {
    await assert.rejects(loadDriver({ betterSqlite3: broken, nodeSqlite: failing('no built-in SQLite') }), {
      message: 'No SQLite library can be loaded: invalid ELF header; no built-in SQLite',
    });
  });

  it('never lets an older Node meet better-sqlite3, which would crash it', async () => {
    await assert.rejects(loadBetterSqlite3('20.20.2'), {
      message: /needs Node 22 or newer, this is 20\.20\.2/,
    });
  });
});

describe('each SQLite driver', () => {
  for (const load of [loadBetterSqlite3, loadNodeSqlite]) {
    it(`waits for a locked database as long as it is told (${load.name})`, async (t) => {
      const home = TemporaryHome.create({ journalMode: 'delete' });
      t.after(() => home.remove());
      const connection = (await load()).openReadOnly(home.databasePath, { busyTimeoutMs: 1234 });
      t.after(() => connection.close());
      assert.deepEqual(connection.prepare('PRAGMA busy_timeout').get(), [1234]);
    });
  }

  it('names an error by its primary code, whatever more the code tells', async () => {
    const busyRecovery = { code: 'SQLITE_BUSY_RECOVERY', errcode: 261 };
    assert.equal((await loadBetterSqlite3()).resultCode(busyRecovery), 'SQLITE_BUSY');
    assert.equal(loadNodeSqlite().resultCode(busyRecovery), 'SQLITE_BUSY');
  });

  it('names the errors of the one that reads for it what nobody writes', async () => {
    const { driver } = await loadDriver();
    assert.equal(driver.resultCode({ code: 'SQLITE_CORRUPT_VTAB' }), 'SQLITE_CORRUPT');
    assert.equal(driver.resultCode({ code: 'ERR_SQLITE_ERROR', errcode: 11 }), 'SQLITE_CORRUPT');
    assert.equal(driver.resultCode(new Error('something else')), undefined);
  });
});
