import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { setAside } from '../../../../src/files/system/setAside.ts';
import { failingAt } from '../support/faultyFileSystem.ts';
import { makePlace, olderPlace, temporaryHome } from '../support/temporaryHome.ts';

const NOW = new Date('2026-05-06T07:08:09.010Z');

describe('a damaged file that is set aside', () => {
  it('is called after the moment', async (t) => {
    const home = await temporaryHome(t);
    const path = join(await makePlace(olderPlace(home)), 'state.json');
    await writeFile(path, 'damaged');
    const name = await setAside(await DataDirectory.locate(home), path, NOW);
    assert.equal(name, 'state.damaged-2026-05-06T07-08-09-010Z.json');
    assert.deepEqual(await readdir(olderPlace(home)), [name]);
  });

  it('never takes the place of one that was set aside in the same moment', async (t) => {
    const home = await temporaryHome(t);
    const path = join(await makePlace(olderPlace(home)), 'state.json');
    const directory = await DataDirectory.locate(home);
    const names: string[] = [];
    for (const content of ['first', 'second', 'third']) {
      await writeFile(path, content);
      names.push(await setAside(directory, path, NOW));
    }
    const contents = names.map((name) => readFile(directory.pathOf(name), 'utf8'));
    assert.deepEqual(await Promise.all(contents), ['first', 'second', 'third']);
  });

  it('stays where it is when it cannot be renamed, which is an error in one line', async (t) => {
    const home = await temporaryHome(t);
    const path = join(await makePlace(olderPlace(home)), 'state.json');
    await writeFile(path, 'damaged');
    const directory = await DataDirectory.locate(home, failingAt('rename', 'EACCES'));
    await assert.rejects(setAside(directory, path, NOW), {
      name: 'WriteFailed',
      message: 'Could not set aside state.json: permission was denied; give this user the right to it',
    });
    assert.equal(await readFile(path, 'utf8'), 'damaged');
  });
});
