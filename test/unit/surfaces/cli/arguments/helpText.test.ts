import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import stringWidth from 'string-width';
import { commandLine } from '../../../../../src/cli.ts';
import { CapturedTerminal } from '../../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../../support/scanWorker.ts';
import { commandNames, exampleOf } from '../support/commandNames.ts';

const NAMES = await commandNames();

describe('the help', () => {
  async function help(argv: readonly string[], columns = 80): Promise<string> {
    const terminal = new CapturedTerminal({ columns });
    assert.equal(await commandLine(argv, terminal, WORKER_FILE), 0, terminal.complaints.join());
    assert.deepEqual(terminal.complaints, []);
    return terminal.output;
  }

  it('lists every command there is', () => {
    const commands = ['scan', 'list', 'show', 'session', 'export', 'status', 'forget', 'reset', 'sample'];
    assert.deepEqual(
      commands.filter((name) => !NAMES.includes(name)),
      [],
    );
  });

  for (const columns of [40, 60, 80, 120])
    it(`of the program and of each command has no line that is wider than ${columns} columns`, async () => {
      for (const argv of [['--help'], ...NAMES.map((name) => [name, '--help'])])
        for (const line of (await help(argv, columns)).split('\n'))
          assert.ok(stringWidth(line) <= columns, `${argv[0]}: ${stringWidth(line)} of ${columns}: ${line}`);
    });

  it('breaks no word where there is room for it', async () => {
    const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '\\');
    for (const name of NAMES)
      assert.deepEqual(words(await help([name, '--help'], 40)), words(await help([name, '--help'], 120)));
  });

  it('is the same however it is asked for', async () => {
    const program = await help(['--help']);
    for (const argv of [[], ['-h'], ['help'], ['help', '--json'], ['--help', 'list']])
      assert.equal(await help(argv), program);
    const command = await help(['list', '--help']);
    for (const argv of [
      ['help', 'list'],
      ['list', '-h'],
      ['list', '--limit', '3', '--help'],
    ])
      assert.equal(await help(argv), command);
  });

  it('is fit to be read where its output has no width', async () => {
    assert.equal(
      await help(['list', '--help'], Number.POSITIVE_INFINITY),
      await help(['list', '--help'], 100),
    );
  });

  it('of a command names what it takes, and what all take', async () => {
    const list = await help(['list', '--help']);
    for (const option of ['--state S', '--category C', '--sort K', '--limit N', '--home DIR', '--no-save'])
      assert.match(list, new RegExp(`^ {2}${option} `, 'm'));
    assert.match(await help(['show', '--help']), /^Usage: hermes-achievements show BADGE \[options\]$/m);
  });

  it('of a command has an example that a shell reads the same however it is folded', async () => {
    for (const name of NAMES) {
      const wide = exampleOf(await help([name, '--help'], 120));
      assert.equal(wide[0], name);
      assert.deepEqual(exampleOf(await help([name, '--help'], 40)), wide);
    }
  });

  it('is preceded by nothing and is all there is, also with --json', async () => {
    assert.match(await help(['list', '--json', '--help']), /^Usage: hermes-achievements list \[options\]\n/);
  });

  it('leaves the version to --version, wherever that stands', async () => {
    for (const argv of [['--version'], ['list', '--version']])
      assert.match(await help(argv), /^\d+\.\d+\.\d+$/);
  });
});
