import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadBetterSqlite3 } from '../../../src/hermes/sqlite/betterSqlite3.ts';
import { loadDriver } from '../../../src/hermes/sqlite/loadDriver.ts';
import { loadNodeSqlite } from '../../../src/hermes/sqlite/nodeSqlite.ts';

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
