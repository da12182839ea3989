import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../../../src/bin.ts', import.meta.url));
const TELL_LOADED = new URL('../support/tellLoaded.ts', import.meta.url).href;

/** The files of `src` that a command line loads. */
function loadedBy(...argv: string[]): string[] {
  const { stderr, status } = spawnSync(process.execPath, ['--import', TELL_LOADED, PROGRAM, ...argv], {
    encoding: 'utf8',
  });
  const said = stderr.slice(stderr.indexOf('["'));
  assert.notEqual(status, null);
  return JSON.parse(said);
}

const isOfTheEngine = (file: string): boolean =>
  /^(scanning|archive|badges|metrics|exports|sample)\//.test(file);

describe('the command line starts', () => {
  for (const argv of [['--version'], ['--help'], ['dance']])
    it(`without any command and without the engine for ${argv[0]}`, () => {
      const loaded = loadedBy(...argv);
      assert.ok(loaded.includes('cli.ts'));
      assert.deepEqual(
        loaded.filter((file) => isOfTheEngine(file) || file.includes('/commands/')),
        [],
      );
    });

  it('with the one command that is asked for', () => {
    assert.deepEqual(
      loadedBy('status', '--help').filter((file) => file.includes('cli/commands/')),
      ['surfaces/cli/commands/status.ts'],
    );
  });
});
