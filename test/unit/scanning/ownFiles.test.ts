import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { nodeFileSystem } from '../../../src/files/fileSystem.ts';
import { loadDriver } from '../../../src/hermes/sqlite/loadDriver.ts';
import { OwnFiles } from '../../../src/scanning/ownFiles.ts';
import { pendingSnapshot } from '../../../src/scanning/publishing/publish.ts';
import { temporaryHome } from '../files/support/temporaryHome.ts';

const { driver } = await loadDriver();

async function openFiles(t: TestContext, { save = true } = {}) {
  const home = await temporaryHome(t);
  const log: string[] = [];
  const notices: string[] = [];
  const files = new OwnFiles(home, { save }, driver, {
    emit: () => undefined,
    log: (_level, message) => log.push(message),
    notice: (message) => notices.push(message),
  });
  t.after(() => files.close());
  return { home, files, log, notices };
}

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
    for (const _ of [1, 2, 3]) await files.savePublished(pendingSnapshot('lifetime'));
    assert.equal(notices.length, 1);
    assert.match(notices[0]!, /^Badges cannot be saved and are kept in memory only\. .*no space is left/);
    assert.equal(log.length, 3);
  });
});

describe('a scan that is to save nothing', () => {
  it('creates nothing in the home', async (t) => {
    const { home, files } = await openFiles(t, { save: false });
    (await files.tryLock())?.release();
    await files.savePublished(pendingSnapshot('lifetime'));
    (await files.archive()).save({ memos: { generation: 2 } });
    assert.deepEqual([await files.hasPlace(), existsSync(join(home, 'plugins'))], [false, false]);
  });
});
