import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { coordinatorFor } from '../../support/scanning.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';

/** Hermes: adds a message for each line that it is sent, says so, and closes its database when there are no more. */
const HERMES = `
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(process.argv[1]);
  database.exec('PRAGMA journal_mode = WAL');
  const add = database.prepare("INSERT INTO messages (session_id, role, timestamp) VALUES (?, 'user', 1760000000)");
  require('node:readline').createInterface({ input: process.stdin })
    .on('line', (session) => { add.run(session); console.log('done'); })
    .on('close', () => { database.close(); });
`;

class Hermes {
  readonly #child: ChildProcess;

  constructor(t: TestContext, path: string) {
    this.#child = spawn(process.execPath, ['--no-warnings', '-e', HERMES, path], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    t.after(() => this.#child.kill('SIGKILL'));
  }

  async add(session: string): Promise<void> {
    this.#child.stdin!.write(`${session}\n`);
    await once(this.#child.stdout!, 'data');
  }

  async close(): Promise<void> {
    this.#child.stdin!.end();
    await once(this.#child, 'exit');
  }
}

/** The files of the history that this process has open. */
function openFiles(home: TemporaryHome): string[] {
  if (!existsSync('/proc/self/fd')) return [];
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const file = readlinkSync(join('/proc/self/fd', descriptor));
      return file.startsWith(home.databasePath) ? [file] : [];
    } catch {
      return [];
    }
  });
}

const filesOfHermes = (home: TemporaryHome): string[] =>
  readdirSync(home.path).filter((name) => name.startsWith('state.db'));

describe('a window that is idle', () => {
  for (const threads of [1, 2]) {
    it(`with ${threads} threads holds nothing of the history, so that Hermes leaves what it would leave alone`, async (t) => {
      const home = TemporaryHome.create();
      home.sql.transaction(() => {
        for (let i = 0; i < 400; i++)
          home.addSession(
            { id: `s${i}` },
            Array.from({ length: 20 }, () => ({ content: 'some words '.repeat(20) })),
          );
      })();
      home.rest();
      const window = coordinatorFor(home.path, { threads });
      t.after(async () => {
        await window.dispose();
        home.remove();
      });
      assert.deepEqual(filesOfHermes(home), ['state.db']);
      await window.rescan({ full: false });
      assert.deepEqual(
        filesOfHermes(home),
        ['state.db'],
        'a scan of a history at rest leaves nothing beside it',
      );

      const hermes = new Hermes(t, home.databasePath);
      for (const full of [false, true, false]) {
        await hermes.add('s7');
        const { scan_meta } = await window.rescan({ full });
        assert.ok(full || scan_meta.sessions_rescanned === 1);
        assert.deepEqual(openFiles(home), []);
      }
      await hermes.close();
      assert.deepEqual(filesOfHermes(home), ['state.db']);
      const { scan_meta } = await window.rescan({ full: false });
      assert.equal(scan_meta.sessions_rescanned, 0);
      assert.deepEqual(filesOfHermes(home), ['state.db']);
    });
  }
});
