import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';
import { OwnFiles } from '../../../../src/scanning/scan/ownFiles.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { someRecord } from '../../archive/support/records.ts';
import { temporaryHome } from '../../files/support/temporaryHome.ts';

const { driver } = await loadDriver();

async function openFiles(t: TestContext, { save = true } = {}) {
  const home = await temporaryHome(t);
  const log: string[] = [];
  const notices: string[] = [];
  const files = new OwnFiles(home, { save }, driver, {
    emit: () => undefined,
    log: (_level, message) => log.push(message),
    notice: (told) => notices.push(inEnglish(told)),
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

describe('a damaged archive', () => {
  it('is told of once: what it is called now, what was restored, and from when the copy is', async (t) => {
    const { files, notices } = await openFiles(t);
    (await files.tryLock())?.release();
    const archive = await files.archive();
    archive.save({ sessions: [{ record: someRecord('a') }] });
    archive.care();
    archive.close();
    writeFileSync(archive.path, 'no database any more');
    archive.load();
    for (const _ of [1, 2]) await files.archive();
    assert.equal(notices.length, 1);
    assert.match(
      notices[0]!,
      /set aside as archive\.damaged-.*\.sqlite\. Restored with the copy of \d{4}-\d\d-\d\d \d\d:\d\d UTC: 1 sessions and 0 unlocks\.$/,
    );
  });

  it('that is gone is told of too', async (t) => {
    const { files, notices } = await openFiles(t);
    (await files.tryLock())?.release();
    const archive = await files.archive();
    archive.save({ sessions: [{ record: someRecord('a') }] });
    archive.care();
    rmSync(archive.path);
    archive.load();
    await files.archive();
    assert.match(
      notices.join('\n'),
      /^What is remembered of your history was lost\. Restored from its copy of /,
    );
  });
});
