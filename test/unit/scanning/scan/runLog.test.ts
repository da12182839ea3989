import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Memory } from '../../../../src/scanning/ledger/memory.ts';
import { RunLog } from '../../../../src/scanning/scan/runLog.ts';
import { openFiles } from '../ownFiles/support/openFiles.ts';

describe('a scan that failed', () => {
  it('is noted nowhere, without a word, where there is no place of ours', async (t) => {
    const { home, files, log, notices } = await openFiles(t);
    const runs = new RunLog(files, new Memory(files.archives, files.warning));
    await runs.note({ requestedAt: 1_750_000_000, startedAt: performance.now() }, 'There is no history');
    assert.deepEqual([readdirSync(home), log, notices], [[], [], []]);
  });
});
