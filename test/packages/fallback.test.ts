import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Snapshot } from '../../src/files/shared/snapshot.ts';
import { coordinatorFor } from '../support/scanning.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LIBRARY = 'node_modules/better-sqlite3';

describe('the built programs, wherever better-sqlite3 cannot be loaded', { concurrency: 1 }, () => {
  /** Holds the programs three times: with the library, without it, and with one whose binaries are broken. */
  let folder: string;
  let home: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hermes-achievements-fallback-'));
    home = join(folder, 'home');
    const without = join(folder, 'without');
    execFileSync(process.execPath, ['esbuild.js', '--production', `--outdir=${without}`], { cwd: ROOT });
    writeFileSync(join(without, 'package.json'), '{"type":"module"}');
    for (const name of ['with', 'broken']) cpSync(without, join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'with/node_modules'), 'junction');
    breakLibrary(join(folder, 'broken', LIBRARY));
    run('with', ['sample', '--output', home, '--sessions', '8']);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(place: string, args: readonly string[], nodeOptions: readonly string[] = []) {
    const program = join(folder, place, 'cli.js');
    return spawnSync(process.execPath, [...nodeOptions, program, ...args], { encoding: 'utf8' });
  }

  function scan(place: string): Snapshot {
    const { stdout, stderr } = run(place, ['scan', '--json', '--no-save', '--home', home]);
    assert.equal(stderr, '');
    return JSON.parse(stdout);
  }

  for (const place of ['without', 'broken']) {
    it(`count the same, and say nothing on stderr (${place})`, () => {
      const expected = scan('with');
      const { aggregate } = scan(place);
      assert.equal(aggregate.session_count, 8);
      assert.deepEqual(aggregate, expected.aggregate);
    });

    it(`log one line about it (${place})`, async () => {
      const log: string[] = [];
      const coordinator = coordinatorFor(home, {
        workerFile: pathToFileURL(join(folder, place, 'scanWorker.cjs')),
        save: false,
        onLog: (_level, message) => log.push(message),
      });
      await coordinator.rescan({ full: true });
      await coordinator.dispose();
      const lines = log.filter((line) => /sqlite/i.test(line));
      assert.equal(lines.length, 1);
      assert.match(lines[0]!, /^Reading with node:sqlite, because .+$/);
    });
  }

  it('write the same sample', () => {
    const other = join(folder, 'other-home');
    assert.equal(run('without', ['sample', '--output', other, '--sessions', '8']).status, 0);
    const args = ['scan', '--json', '--no-save', '--home', other];
    assert.deepEqual(JSON.parse(run('with', args).stdout).aggregate, scan('with').aggregate);
  });

  for (const args of [['scan'], ['list'], ['session', 'x']]) {
    it(`end with one clear line when Node has no SQLite either (${args[0]})`, () => {
      const options = ['--no-save', '--home', home];
      const { status, stderr, stdout } = run('without', [...args, ...options], ['--no-experimental-sqlite']);
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.match(
        stderr,
        /^hermes-achievements: .*No SQLite library can be loaded: Cannot find package 'better-sqlite3'; Node \S+ has no built-in SQLite\n$/,
      );
    });
  }
});

/** The library with binaries that no platform can load. */
function breakLibrary(place: string): void {
  for (const name of ['package.json', 'lib']) {
    cpSync(join(ROOT, LIBRARY, name), join(place, name), { recursive: true });
  }
  cpSync(join(ROOT, LIBRARY, 'prebuilds'), join(place, 'prebuilds'), { recursive: true });
  for (const name of readdirSync(join(place, 'prebuilds'))) {
    writeFileSync(join(place, 'prebuilds', name), 'this is no binary');
  }
}
