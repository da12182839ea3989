import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { it } from 'node:test';
import { restore } from '../../../../src/archive/file/restore.ts';
import { Remains } from '../../../../src/archive/salvage/remains.ts';
import { MIGRATIONS } from '../../../../src/archive/schema.ts';
import { describeWithEachDriver } from '../../hermes/eachDriver.ts';
import { archivePath } from '../support/archives.ts';

describeWithEachDriver('the archive in the place of a damaged one', (driver) => {
  it('has no journal beside it: that goes with the damaged one', async (t) => {
    const path = await archivePath(t);
    writeFileSync(path, 'damaged');
    writeFileSync(`${path}-journal`, 'what was there before');
    const aside = restore(path, new Remains(), driver, MIGRATIONS);
    const left = [aside, `${aside}-journal`, 'archive.sqlite'].sort();
    assert.deepEqual(readdirSync(dirname(path)).sort(), left);
  });
});
