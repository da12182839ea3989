import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { immutableUri, loadNodeSqlite } from '../../../../../src/hermes/sqlite/drivers/nodeSqlite.ts';
import { TemporaryHome } from '../../../../support/temporaryHome.ts';

describe('the URI of a file that nobody writes', () => {
  for (const [path, platform, uri] of [
    ['/home/a/state.db', 'linux', 'file:///home/a/state.db?immutable=1'],
    ['/a b/50% ?#&é/state.db', 'linux', 'file:///a%20b/50%25%20%3f%23%26%c3%a9/state.db?immutable=1'],
    ['/back\\slash', 'linux', 'file:///back%5cslash?immutable=1'],
    ['C:\\Users\\a b\\state.db', 'win32', 'file:///C:/Users/a%20b/state.db?immutable=1'],
    ['\\\\server\\share\\state.db', 'win32', 'file:////server/share/state.db?immutable=1'],
    [
      '\\\\wsl.localhost\\Ubuntu\\home\\a\\state.db',
      'win32',
      'file:////wsl.localhost/Ubuntu/home/a/state.db?immutable=1',
    ],
    ['\\\\wsl$\\Ubuntu\\state.db', 'win32', 'file:////wsl%24/Ubuntu/state.db?immutable=1'],
  ] as const) {
    it(`has no authority: ${path}`, () => assert.equal(immutableUri(path, platform), uri));
  }

  it('leads to the file, whatever stands in its name', { skip: process.platform === 'win32' }, (t) => {
    const home = TemporaryHome.create();
    const directory = TemporaryHome.emptyDirectory();
    t.after(() => {
      home.remove();
      rmSync(directory, { recursive: true });
    });
    home.addSession({ id: 'a' });
    home.rest();
    const folder = join(directory, 'ü %20 ?#&=+\\ folder');
    mkdirSync(folder);
    renameSync(home.databasePath, join(folder, 'state.db'));
    const connection = loadNodeSqlite().openImmutable!(join(folder, 'state.db'));
    assert.deepEqual(connection.prepare('SELECT id FROM sessions').all(), [['a']]);
    connection.close();
  });
});
