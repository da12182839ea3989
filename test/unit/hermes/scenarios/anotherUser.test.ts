import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const NOBODY = 65_534;
const url = (path: string): string =>
  JSON.stringify(new URL(`../../../../src/hermes/${path}`, import.meta.url));
const PROGRAM = `
  const { SessionDatabase } = await import(${url('sessionDatabase.ts')});
  const { loadDriver } = await import(${url('sqlite/drivers/loadDriver.ts')});
  try {
    SessionDatabase.open(process.argv[1], (await loadDriver()).driver, { busyTimeoutMs: 20 }).close();
  } catch (error) {
    console.log(error.message);
  }`;

/** What is said to another user, who may not read one of the files. */
function saidOf(t: TestContext, secret: string): string {
  const home = TemporaryHome.create();
  t.after(() => home.remove());
  home.addSession({}, [{ content: 'a log is kept' }]);
  chmodSync(home.path, 0o755);
  for (const name of ['state.db', 'state.db-wal', 'state.db-shm'])
    chmodSync(join(home.path, name), name === secret ? 0o600 : 0o644);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', PROGRAM, home.path],
    { uid: NOBODY, gid: NOBODY, encoding: 'utf8', env: {} },
  );
  return (stdout + stderr).trim().replace(home.path, '');
}

describe('a history of another user', () => {
  const skip = process.getuid?.() !== 0 && 'only root can be another user';
  for (const file of ['state.db', 'state.db-wal', 'state.db-shm'])
    it(`is refused with the name of ${file} and what can be done`, { skip }, (t) => {
      assert.equal(
        saidOf(t, file),
        `/${file} may not be read by this user: give this user the right to read it, or run this as the user of Hermes`,
      );
    });
});
