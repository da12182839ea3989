import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';
import { openFiles } from './support/openFiles.ts';

describe('a scan that is to save nothing', () => {
  it('creates nothing in the home', async (t) => {
    const { home, files } = await openFiles(t, { save: false });
    (await files.right.tryTake())?.release();
    await files.published.write(pendingSnapshot('lifetime'));
    (await files.archives.current()).save({ memos: { generation: 2 } });
    assert.deepEqual([await files.place.isInUse(), existsSync(join(home, 'plugins'))], [false, false]);
  });
});
