import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';
import { openFiles } from './support/openFiles.ts';

/** No disk takes another file from now on. */
function fillDisk(t: TestContext): void {
  t.mock.method(nodeFileSystem, 'create', async () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
}

describe('files that cannot be written', () => {
  it('are a warning to the user once, and a line in the log each time', async (t) => {
    const { files, log, notices } = await openFiles(t);
    fillDisk(t);
    for (const _ of [1, 2, 3]) await files.published.write(pendingSnapshot('lifetime'));
    assert.equal(notices.length, 1);
    assert.match(notices[0]!, /^Badges cannot be saved and are kept in memory only\. .*no space is left/);
    assert.equal(log.length, 3);
  });
});
