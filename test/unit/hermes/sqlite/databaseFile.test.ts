import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  type FileIdentity,
  identify,
  isSameFile,
  isUntouched,
  readHeader,
} from '../../../../src/hermes/sqlite/databaseFile.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const AT_REST: FileIdentity = {
  device: 1n,
  inode: 2n,
  size: 4096n,
  modified: 1_750_000_000_000_000_000n,
  log: null,
  target: '/home/state.db',
};

describe('a database file', () => {
  it('is untouched while nothing about it is different', () => {
    assert.equal(isUntouched(AT_REST, { ...AT_REST }), true);
  });

  for (const [what, change] of Object.entries<Partial<FileIdentity>>({
    'it was written to in place, which only its time stamp shows': { modified: AT_REST.modified + 1n },
    'it grew within one tick of a coarse clock': { size: 8192n },
    'a program began to log': { log: 3n },
    'another file has its name': { inode: 9n },
    'a file of the same inode on another device has its name': { device: 9n },
  })) {
    it(`is touched when ${what}`, () => {
      assert.equal(isUntouched({ ...AT_REST, ...change }, AT_REST), false);
    });
  }

  it('is the same file whatever was written to it, unless inode or device are others', () => {
    const writtenTo = { ...AT_REST, size: 0n, modified: 0n, log: 7n };
    assert.equal(isSameFile(writtenTo, AT_REST), true);
    assert.equal(isSameFile({ ...AT_REST, device: 9n }, AT_REST), false);
    assert.equal(isSameFile({ ...AT_REST, inode: 9n }, AT_REST), false);
  });
});

describe('what the file system says of a database', () => {
  let directory: string;
  let path: string;

  beforeEach(() => {
    directory = TemporaryHome.emptyDirectory();
    path = join(directory, 'state.db');
    writeFileSync(path, 'contents');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('changes when contents of the same length are written', () => {
    utimesSync(path, 1, 1);
    const before = identify(path)!;
    writeFileSync(path, 'CONTENTS');
    assert.equal(isUntouched(identify(path)!, before), false);
  });

  it('tells of no log where there is none, or an empty one that was left behind', () => {
    assert.equal(identify(path)!.log, null);
    writeFileSync(`${path}-wal`, '');
    assert.equal(identify(path)!.log, null);
  });

  it('tells of an empty log that a program has open, as the index beside it shows', () => {
    writeFileSync(`${path}-wal`, '');
    writeFileSync(`${path}-shm`, 'index');
    assert.notEqual(identify(path)!.log, null);
  });

  it('tells of the log beside the file that a link leads to', () => {
    const elsewhere = join(directory, 'elsewhere');
    mkdirSync(elsewhere);
    renameSync(path, join(elsewhere, 'state.db'));
    symlinkSync(join(elsewhere, 'state.db'), path);
    writeFileSync(join(elsewhere, 'state.db-wal'), 'log');
    const found = identify(path)!;
    assert.equal(found.target, join(elsewhere, 'state.db'));
    assert.notEqual(found.log, null);
  });
});

describe('the header of a database', () => {
  for (const [journalMode, asksForLog] of [
    ['wal', true],
    ['delete', false],
  ] as const) {
    it(`asks for a write-ahead log or not: journal mode ${journalMode}`, (t) => {
      const home = TemporaryHome.create({ journalMode });
      t.after(() => home.remove());
      home.rest();
      assert.equal(readHeader(home.databasePath).usesLog, asksForLog);
    });
  }

  it('that is cut off asks for none', (t) => {
    const home = TemporaryHome.create();
    t.after(() => home.remove());
    home.rest();
    writeFileSync(home.databasePath, 'SQLite format 3\0');
    assert.deepEqual(readHeader(home.databasePath), { usesLog: false, changeCounter: 0 });
  });
});
