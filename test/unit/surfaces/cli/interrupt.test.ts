import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandLine } from '../../../../src/cli.ts';
import { CapturedTerminal } from '../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../support/scanning.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';
import { holdExclusiveLock } from '../../hermes/lockHolder.ts';

/** A terminal on which Ctrl+C is pressed a second after a command begins to listen for it. */
class Interrupted extends CapturedTerminal {
  override onInterrupt(callback?: () => void): () => void {
    setTimeout(() => callback?.(), 1000);
    return () => undefined;
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
      // Who is not heard while SQLite waits learns after five seconds that the database is locked.
      assert.equal(code, 1);
      assert.deepEqual(
        terminal.complaints.filter((line) => !line.startsWith('Stopping')),
        ['The scan was cancelled'],
      );
    });
});
