import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { watchOutput } from '../../../../src/surfaces/cli/standardOutput.ts';

const PROGRAM = fileURLToPath(new URL('../../../../src/bin.ts', import.meta.url));

/** What a stream says at the end that fails with a code when it is written to. */
function failureWith(code: string): Promise<string | undefined> {
  const stream = new Writable({
    write: (_chunk, _encoding, done) => setImmediate(done, Object.assign(new Error(code), { code })),
  });
  const failure = watchOutput(stream);
  stream.write('a line\n');
  return failure();
}

describe('standard output', () => {
  it('on a full disk is one clear line and exit code 1', { skip: !existsSync('/dev/full') }, async () => {
    const full = openSync('/dev/full', 'w');
    const program = spawn(process.execPath, [PROGRAM, '--help'], { stdio: ['ignore', full, 'pipe'] });
    const exit = new Promise((resolve) => program.on('exit', resolve));
    const said = await text(program.stderr!);
    closeSync(full);
    assert.equal(await exit, 1);
    assert.equal(
      said,
      'hermes-achievements: The output could not be written whole: no space is left on the disk; make room on it and try again\n',
    );
  });

  it('of a device with an error is told in words', async () => {
    assert.equal(
      await failureWith('EIO'),
      'The output could not be written whole: the disk or device reports an error; check it',
    );
  });

  it('whose reader stops early is no error', async () => {
    assert.equal(await failureWith('EPIPE'), undefined);
  });

  it('that takes everything is none either, and is waited for', async () => {
    let written = '';
    const slow = new Writable({
      write: (chunk, _encoding, done) => {
        written += chunk;
        setImmediate(done);
      },
    });
    const failure = watchOutput(slow);
    slow.write('one ');
    slow.write('two');
    assert.equal(await failure(), undefined);
    assert.equal(written, 'one two');
  });
});
