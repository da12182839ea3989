import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import type { Archive } from '../../../../src/archive/archive.ts';
import type { OwnFiles } from '../../../../src/scanning/ownFiles/ownFiles.ts';
import { someRecord } from '../../archive/support/records.ts';
import { makePlace, newerPlace, olderPlace } from '../../files/support/temporaryHome.ts';
import { openFiles } from './support/openFiles.ts';

describe('the archive of a home', () => {
  it('is where our files are, also once Hermes has moved them', async (t) => {
    const { home, files } = await openFiles(t);
    await files.archives.current();
    await makePlace(newerPlace(home));
    assert.equal(dirname((await files.archives.current()).path), newerPlace(home));
  });
});

describe('the archive of a home, to who only asks', () => {
  it('is to be read alone: nothing is made of what is not there', async (t) => {
    const { home, files } = await openFiles(t);
    await makePlace(olderPlace(home));
    (await files.archives.toRead()).save({ memos: { generation: 2 } });
    assert.deepEqual(readdirSync(olderPlace(home)), []);
  });
});

describe('a damaged archive', () => {
  it('is told of once: what it is called now, what was restored, and from when the copy is', async (t) => {
    const { files, notices } = await openFiles(t);
    const archive = await copiedArchive(files);
    archive.close();
    writeFileSync(archive.path, 'no database any more');
    archive.load();
    for (const _ of [1, 2]) await files.archives.current();
    assert.equal(notices.length, 1);
    assert.match(
      notices[0]!,
      /set aside as archive\.damaged-.*\.sqlite\. Restored with the copy of \d{4}-\d\d-\d\d \d\d:\d\d UTC: 1 sessions and 0 unlocks\.$/,
    );
  });

  it('that is gone is told of too', async (t) => {
    const { files, notices } = await openFiles(t);
    const archive = await copiedArchive(files);
    rmSync(archive.path);
    archive.load();
    await files.archives.current();
    assert.match(
      notices.join('\n'),
      /^What is remembered of your history was lost\. Restored from its copy of /,
    );
  });
});

/** An archive that remembers a session, and has a copy beside it. */
async function copiedArchive({ right, archives }: OwnFiles): Promise<Archive> {
  (await right.tryTake())?.release();
  const archive = await archives.current();
  archive.save({ sessions: [{ record: someRecord('a') }] });
  archive.care();
  return archive;
}
