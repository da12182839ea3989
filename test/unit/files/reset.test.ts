import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { forgetUnlocks } from '../../../src/files/reset.ts';
import { failingAt } from './support/faultyFileSystem.ts';
import { makePlace, newerPlace, olderPlace, temporaryHome } from './support/temporaryHome.ts';

const OURS = ['agent_summary.json', 'scan_snapshot.json', 'state.json', 'unlock_history.json'];
/** What is remembered of sessions is not a matter of unlocks, and the checkpoint is the dashboard's. */
const OTHERS = ['archive.sqlite', 'manifest.json', 'scan_checkpoint.json', 'state.damaged-2025-01-01.json'];

async function filled(place: string): Promise<string> {
  await makePlace(place);
  for (const name of [...OURS, ...OTHERS]) await writeFile(join(place, name), '{}');
  return place;
}

describe('a reset', () => {
  it('removes what unlocks are kept in from both places and keeps all others', async (t) => {
    const home = await temporaryHome(t);
    const places = [await filled(olderPlace(home)), await filled(newerPlace(home))];
    await forgetUnlocks(await DataDirectory.locate(home));
    for (const place of places) assert.deepEqual((await readdir(place)).sort(), OTHERS);
  });

  it('is content where there is nothing', async (t) => {
    const home = await temporaryHome(t);
    await forgetUnlocks(await DataDirectory.locate(home));
    assert.deepEqual(await readdir(home), []);
  });

  it('removes what it can and names what it cannot', async (t) => {
    const home = await temporaryHome(t);
    const place = await filled(olderPlace(home));
    const directory = await DataDirectory.locate(home, failingAt('remove', 'EACCES', 1));
    await assert.rejects(forgetUnlocks(directory), {
      message: 'Could not remove scan_snapshot.json: permission was denied; give this user the right to it',
    });
    assert.deepEqual((await readdir(place)).sort(), [...OTHERS, 'scan_snapshot.json'].sort());
    assert.equal(await readFile(join(place, 'manifest.json'), 'utf8'), '{}');
  });
});
