import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { writeSampleInWorker } from '../../../../../src/surfaces/commands/sample/writeSampleInWorker.ts';
import { problem } from '../../../../../src/words/problem.ts';

const WORKER_FILE = new URL('../../../../../src/surfaces/commands/sample/sampleWorker.ts', import.meta.url);

describe('a sample that a thread of its own cannot write', () => {
  it('is a problem that can be told in any language', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'sample-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const output = join(folder, 'file');
    writeFileSync(output, '');
    const written = writeSampleInWorker(
      WORKER_FILE,
      { output, sessions: 1 },
      () => assert.fail('it went on'),
      new AbortController().signal,
    );
    await assert.rejects(written, {
      message: `${output} is a file; a sample needs a folder`,
      problem: problem('sample.isFile', output),
    });
  });
});
