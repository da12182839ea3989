import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { writeAtomically } from '../../../../src/files/system/atomicFile.ts';
import { removeLeftovers } from '../../../../src/files/system/leftovers.ts';
import { makePlace, newerPlace, olderPlace, temporaryHome } from '../support/temporaryHome.ts';

/** The name that a temporary file of this process has. */
async function temporaryNameIn(place: string): Promise<string> {
  let name = '';
  const stillWanted = async (): Promise<boolean> => {
    name = (await readdir(place)).find((found) => found.endsWith('-tmp')) ?? '';
    return false;
  };
  await writeAtomically(join(place, 'state.json'), '{}', { stillWanted });
  return name;
}

async function deadProcessId(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid!;
}

async function homeWithLeftover(
  t: TestContext,
  rename: (name: string) => string,
  place = olderPlace,
): Promise<{ directory: DataDirectory; path: string }> {
  const home = await temporaryHome(t);
  const inPlace = await makePlace(place(home));
  const path = join(inPlace, rename(await temporaryNameIn(inPlace)));
  await writeFile(path, 'half');
  return { directory: await DataDirectory.locate(home), path };
}

describe('a temporary file that was left behind', () => {
  it('is removed when its writer is dead', async (t) => {
    const pid = await deadProcessId();
    const { directory } = await homeWithLeftover(t, (name) => name.replace(`-${process.pid}-`, `-${pid}-`));
    assert.equal(await removeLeftovers(directory), 1);
    assert.deepEqual(await readdir(directory.path), []);
  });

  it('is removed when it is the journal of a database that was being copied', async (t) => {
    const pid = await deadProcessId();
    const rename = (name: string): string => `${name.replace(`-${process.pid}-`, `-${pid}-`)}-journal`;
    const { directory } = await homeWithLeftover(t, rename);
    assert.equal(await removeLeftovers(directory), 1);
  });

  it('is removed from the older place too', async (t) => {
    const pid = await deadProcessId();
    const { directory } = await homeWithLeftover(t, (name) => name.replace(`-${process.pid}-`, `-${pid}-`));
    const home = join(directory.path, '..', '..');
    await makePlace(newerPlace(home));
    assert.equal(await removeLeftovers(await DataDirectory.locate(home)), 1);
  });

  it('stays while its writer lives', async (t) => {
    const { directory } = await homeWithLeftover(t, (name) => name);
    assert.equal(await removeLeftovers(directory), 0);
  });

  it('stays while its writer lives that is of another user, and must not be signalled', async (t) => {
    const { directory } = await homeWithLeftover(t, (name) => name);
    t.mock.method(process, 'kill', () => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    assert.equal(await removeLeftovers(directory), 0);
  });

  it('stays while it is young and its writer is on another machine, whoever is dead on this one', async (t) => {
    const pid = await deadProcessId();
    const { directory } = await homeWithLeftover(t, (name) => name.replace(/\.[0-9a-f]+-\d+-/, `.0-${pid}-`));
    assert.equal(await removeLeftovers(directory), 0);
  });

  for (const hours of [-2, 2]) {
    it(`is removed when its time is ${hours} hours from now, whoever wrote it`, async (t) => {
      const { directory, path } = await homeWithLeftover(t, (name) =>
        name.replace(/\.[0-9a-f]+-\d+-/, '.0-1-'),
      );
      const then = Date.now() / 1000 + hours * 3600;
      await utimes(path, then, then);
      assert.equal(await removeLeftovers(directory), 1);
    });
  }

  it('is not confused with files of others, however old', async (t) => {
    const { directory, path } = await homeWithLeftover(t, () => '.state.json.tmp');
    await utimes(path, 1, 1);
    assert.equal(await removeLeftovers(directory), 0);
  });

  it('is no trouble where there is no directory', async (t) => {
    assert.equal(await removeLeftovers(await DataDirectory.locate(await temporaryHome(t))), 0);
  });
});
