import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { commandLine } from '../../../../src/cli.ts';
import { CapturedTerminal } from '../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../support/scanWorker.ts';
import { addSessions, setStage } from '../support/stage.ts';

describe('a reset on the command line', () => {
  async function reset(home: string): Promise<void> {
    const terminal = new CapturedTerminal();
    const code = await commandLine(['reset', '--yes', '--home', home], terminal, WORKER_FILE);
    assert.equal(code, 0, terminal.complaints.join());
  }

  it('is not undone when an open window closes and flushes what it holds', async (t) => {
    const { home, open, pathOf } = setStage(t);
    addSessions(home, 200);
    const window = open();
    assert.ok((await window.rescan({ full: false })).unlocked_count > 0);
    home.addSession({ id: 'later' }, [{ content: 'error' }]);
    await window.rescan({ full: false });
    await reset(home.path);
    await window.dispose();
    assert.deepEqual(
      ['state.json', 'scan_snapshot.json', 'agent_summary.json'].filter((name) => existsSync(pathOf(name))),
      [],
    );
    assert.deepEqual(await open().ask({ kind: 'timeline' }), []);
  });
});
