import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runCommandLine } from '../../../../src/surfaces/cli/commandLine.ts';
import { CapturedTerminal } from '../../../support/capturedTerminal.ts';
import { WORKER_FILE } from '../../../support/scanning.ts';
import { addSessions, setStage } from '../support/stage.ts';

describe('a reset on the command line', () => {
  async function reset(home: string): Promise<void> {
    const terminal = new CapturedTerminal();
    const setting = { version: '0.0.0', workerFile: WORKER_FILE };
    const code = await runCommandLine(['reset', '--yes', '--home', home], terminal, setting);
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
