import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandLine } from '../../../../../src/cli.ts';
import { CapturedTerminal } from '../../../../support/capturedTerminal.ts';
import { TemporaryHome } from '../../../../support/temporaryHome.ts';
import { holdExclusiveLock } from '../../../hermes/lockHolder.ts';
import { LOCKED } from '../support/lockedWorker.ts';

const WORKER_FILE = new URL('../support/lockedWorker.ts', import.meta.url);

/** A terminal on which Ctrl+C is pressed while the command waits for a locked database. */
class Interrupted extends CapturedTerminal {
  override onInterrupt(callback?: () => void): () => void {
    const locked = new BroadcastChannel(LOCKED);
    locked.onmessage = () => callback?.();
    return () => locked.close();
  }
}

describe('Ctrl+C', () => {
  for (const command of ['scan', 'list'])
    it(`while the database is locked ends ${command} at once, not when the lock has been waited for`, async (t) => {
      const home = TemporaryHome.create({ journalMode: 'delete' });
      t.after(() => home.remove());
      home.addSession({ id: 'a' }, [{ content: 'hello' }]);
      home.rest();
      const release = await holdExclusiveLock(home.databasePath);
      t.after(release);
      const terminal = new Interrupted();
      const code = await commandLine([command, '--home', home.path], terminal, WORKER_FILE);
      // Who is not heard while SQLite waits learns in the end that the database is locked.
      assert.equal(code, 1);
      assert.deepEqual(
        terminal.complaints.filter((line) => !line.startsWith('Stopping')),
        ['The scan was cancelled'],
      );
    });
});
