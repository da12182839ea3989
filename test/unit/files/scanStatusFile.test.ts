import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DataDirectory } from '../../../src/files/dataDirectory.ts';
import { appendRun, readRunLog } from '../../../src/files/scanStatusFile.ts';
import { temporaryHome } from './support/temporaryHome.ts';

const NOTHING = { started_at: null, finished_at: null, last_error: null, run_count: 0, durations_ms: [] };

describe('the log of scans', () => {
  it('knows nothing before the first scan', async (t) => {
    assert.deepEqual(await readRunLog(await DataDirectory.locate(await temporaryHome(t))), NOTHING);
  });

  it('counts scans and tells of the last one', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    await appendRun(directory, { startedAt: 10, finishedAt: 12, durationMs: 2000, error: 'It broke' });
    await appendRun(directory, { startedAt: 20, finishedAt: 21, durationMs: 1000.04, error: null });
    const last = {
      started_at: 20,
      finished_at: 21,
      last_error: null,
      run_count: 2,
      durations_ms: [2000, 1000],
    };
    assert.deepEqual(await readRunLog(directory), last);
  });

  it('keeps the durations of the last hundred', async (t) => {
    const directory = await DataDirectory.locate(await temporaryHome(t));
    const durations_ms = Array.from({ length: 100 }, (_, index) => index);
    await directory.write('scan_status.json', JSON.stringify({ ...NOTHING, durations_ms }));
    await appendRun(directory, { startedAt: 1, finishedAt: 2, durationMs: 500, error: null });
    assert.deepEqual((await readRunLog(directory)).durations_ms, [...durations_ms.slice(1), 500]);
  });

  for (const text of [
    '',
    '[]',
    '{"run_count": "many", "durations_ms": [1, -2], "started_at": {}}',
    '{"run_c',
  ]) {
    it(`starts anew over ${JSON.stringify(text)}`, async (t) => {
      const directory = await DataDirectory.locate(await temporaryHome(t));
      await directory.write('scan_status.json', text);
      assert.deepEqual(await readRunLog(directory), NOTHING);
    });
  }
});
