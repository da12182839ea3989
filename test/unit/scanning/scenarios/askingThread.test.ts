import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeSampleHome } from '../../../../src/sample/writeSampleHome.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

const HOST = fileURLToPath(new URL('../support/extensionHost.ts', import.meta.url));

describe('the thread that asks for a first scan', () => {
  it('loads no database library and nothing that reads or counts: it only passes messages', async (t) => {
    const directory = TemporaryHome.emptyDirectory();
    t.after(() => rmSync(directory, { recursive: true }));
    const home = join(directory, 'sample');
    await writeSampleHome({ output: home, sessions: 600 });
    const { stdout } = await promisify(execFile)(process.execPath, [HOST, home], { maxBuffer: 2 ** 26 });
    const { loaded, snapshots } = JSON.parse(stdout) as { loaded: string[]; snapshots: number };
    assert.equal(snapshots, 3);
    assert.ok(loaded.some((url) => url.endsWith('/scanThread.ts')));
    const forbidden = /sqlite|sessionDatabase|sessionCounter|automaton|scanner\.ts/i;
    assert.deepEqual(
      loaded.filter((url) => forbidden.test(url)),
      [],
    );
  });
});
