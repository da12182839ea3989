import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { addSessions, setStage } from '../support/stage.ts';

const PROGRAM = fileURLToPath(new URL('../support/patientWindow.ts', import.meta.url));
/** The user without privileges, which the superuser's tests become: the superuser may write everywhere. */
const NOBODY = 65534;
const ORDINARY_USER = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const IN_MEMORY = /^Badges cannot be saved and are kept in memory only\. /;
const UNREMEMBERED =
  /^What is remembered of earlier scans cannot be read: badges are counted from the history alone\. /;

interface Seen {
  readonly snapshots: readonly Snapshot[];
  readonly notices: readonly string[];
  readonly announced: readonly string[];
}

/** What a window on the home sees of two scans, as a process of its own. */
function look(home: string, prefix: readonly string[] = [], options: readonly string[] = []): Seen {
  const [command, ...args] = [...prefix, process.execPath, PROGRAM, home, ...options];
  const user = prefix.length > 0 ? {} : ORDINARY_USER;
  const { status, stdout, stderr } = spawnSync(command!, args, { encoding: 'utf8', ...user });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** A history that unlocks something, which no program has open. */
function history(t: TestContext): string {
  const { home } = setStage(t);
  addSessions(home, 200);
  home.rest();
  return home.path;
}

function assertKeptInMemory(home: string, seen: Seen): void {
  assertCountedInMemory(seen);
  assert.deepEqual(readdirSync(home), ['state.db']);
}

function assertCountedInMemory({ snapshots, notices, announced }: Seen, warning = IN_MEMORY): void {
  assert.equal(notices.length, 1, notices.join('\n'));
  assert.match(notices[0]!, warning);
  assert.doesNotMatch(notices[0]!, /\bE[A-Z]{3,}\b/, 'as the system words it');
  const [first, second] = snapshots;
  assert.ok(first!.unlocked_count > 0);
  assert.equal(second!.unlocked_count, first!.unlocked_count);
  assert.equal(announced.length, first!.unlocked_count, 'each unlock is announced once');
}

if (process.platform !== 'win32') {
  describe('a home in which an ordinary user may not write', () => {
    it('is counted in memory, with one warning over all scans of a window', (t) => {
      const home = history(t);
      chmodSync(`${home}/state.db`, 0o444);
      chmodSync(home, 0o555);
      try {
        assertKeptInMemory(home, look(home));
      } finally {
        chmodSync(home, 0o755);
      }
    });
  });
}

if (process.getuid?.() === 0) {
  describe('a data directory that may not be entered, as sudo left it to the superuser', () => {
    for (const place of ['plugins', 'plugin-data'])
      for (const args of [[], ['--no-save']])
        it(`means memory and one warning: ${[place, ...args].join(' ')}`, (t) => {
          const home = history(t);
          mkdirSync(`${home}/${place}/hermes-achievements`, { recursive: true, mode: 0o700 });
          for (const path of [home, `${home}/state.db`]) chownSync(path, NOBODY, NOBODY);
          assertCountedInMemory(look(home, [], args), args.length > 0 ? UNREMEMBERED : IN_MEMORY);
        });
  });
}

const READ_ONLY_MOUNT = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"';
const inNamespace = ['unshare', '--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];
const canMount = spawnSync(inNamespace[0]!, [...inNamespace.slice(1), 'true']).status === 0;

if (canMount) {
  describe('a home on a file system that is read-only, even for the superuser', () => {
    it('is counted in memory, with one warning over all scans of a window', (t) => {
      const home = history(t);
      const seen = look(home, [...inNamespace, 'sh', '-c', READ_ONLY_MOUNT, 'sh', home]);
      assertKeptInMemory(home, seen);
      assert.match(seen.notices[0]!, /the file system is read-only|unable to open/);
    });
  });
}
