import assert from 'node:assert/strict';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryName } from '../../../../src/files/system/atomicFile.ts';
import { makePlace, olderPlace } from '../../files/support/temporaryHome.ts';
import { openFiles } from './support/openFiles.ts';

describe('the right to scan', () => {
  it('is one at a time, and everybody has it where nothing is to be saved', async (t) => {
    const { home, files } = await openFiles(t);
    const { files: others } = await openFiles(t, { home });
    const { files: unsaving } = await openFiles(t, { home, save: false });
    const lock = await files.right.tryTake();
    assert.equal(await others.right.tryTake(), null);
    assert.notEqual(await unsaving.right.tryTake(), null);
    lock?.release();
    const next = await others.right.tryTake();
    assert.notEqual(next, null);
    next?.release();
  });

  it('takes away what a process that died left unfinished, and says so', async (t) => {
    const { home, files, log } = await openFiles(t);
    const left = temporaryName(join(await makePlace(olderPlace(home)), 'state.json'));
    writeFileSync(left, '{');
    utimesSync(left, 0, 0);
    for (const _ of [1, 2]) (await files.right.tryTake())?.release();
    assert.equal(existsSync(left), false);
    assert.deepEqual(log, ['1 unfinished files of an earlier scan were removed']);
  });
});
