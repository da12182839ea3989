import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';
import { openFiles } from './support/openFiles.ts';

const SNAPSHOT = pendingSnapshot('lifetime');

describe('a published snapshot', () => {
  it('is another one only until this process has written its own', async (t) => {
    const { home, files } = await openFiles(t);
    const { files: others } = await openFiles(t, { home });
    await others.published.write({ ...SNAPSHOT, generated_at: 1 });
    assert.equal((await files.published.readFromOthers())?.generated_at, 1);
    await files.published.write({ ...SNAPSHOT, generated_at: 2 });
    assert.equal(await files.published.readFromOthers(), undefined);
    assert.equal((await files.published.read())?.generated_at, 2);
    await others.published.write({ ...SNAPSHOT, generated_at: 3 });
    assert.equal((await files.published.readFromOthers())?.generated_at, 3);
  });

  it('is nothing to wait for where nothing is to be saved', async (t) => {
    const { home, files } = await openFiles(t);
    await files.published.write(SNAPSHOT);
    const { files: unsaving } = await openFiles(t, { home, save: false });
    assert.equal(await unsaving.published.readFromOthers(), undefined);
    assert.notEqual(await unsaving.published.read(), undefined);
  });
});
