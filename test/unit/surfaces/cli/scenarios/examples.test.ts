import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { commandLine } from '../../../../../src/cli.ts';
import { CapturedTerminal } from '../../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../../support/scanWorker.ts';
import { TemporaryHome } from '../../../../support/temporaryHome.ts';
import { commandNames, exampleOf } from '../support/commandNames.ts';

const NAMES = await commandNames();

/** The session that the example of `session` names. */
const SESSION = '20260214_093000_a1b2c3';

describe('the example in the help of', () => {
  let home: TemporaryHome;
  let folder: string;
  const before = { folder: process.cwd(), home: process.env['HERMES_HOME'] };

  beforeEach(() => {
    home = TemporaryHome.create();
    home.addSession({ id: SESSION }, [{ content: 'hello' }]);
    folder = mkdtempSync(join(tmpdir(), 'hermes-achievements-examples-'));
    process.chdir(folder);
    process.env['HERMES_HOME'] = home.path;
  });
  afterEach(() => {
    process.chdir(before.folder);
    if (before.home === undefined) delete process.env['HERMES_HOME'];
    else process.env['HERMES_HOME'] = before.home;
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function said(argv: readonly string[]): Promise<string> {
    const terminal = new CapturedTerminal({ columns: 80 });
    assert.equal(await commandLine(argv, terminal, WORKER_FILE), 0, terminal.complaints.join());
    return terminal.output;
  }

  for (const name of NAMES)
    it(`${name} does what it says`, async () => {
      assert.notEqual(await said(exampleOf(await said([name, '--help']))), '');
    });
});
