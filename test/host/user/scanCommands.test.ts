import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { eventually } from '../runtime/eventually.ts';
import { openScanStatus } from './scanStatus.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

/** Enough for a user to press Cancel in time, though small. */
const SESSIONS = 40_000;

describe('From the command palette, a user', () => {
  let vscode: VsCode;
  let window: Workbench;
  let home: TemporaryHome;

  before(async () => {
    home = TemporaryHome.create();
    home.sql.exec('BEGIN');
    for (let session = 0; session < SESSIONS; session++) {
      home.addSession({ id: `session-${session}` }, [{ content: 'Traceback' }]);
    }
    home.sql.exec('COMMIT');
    home.rest();
    vscode = await VsCode.start({ home: home.path });
    window = await vscode.openWindow();
    await window.notifications.toast('Your Hermes history is read').waitFor({ timeout: 60_000 });
    await window.runCommand('Clear All Notifications');
  });

  after(async () => {
    await vscode.stop();
    home.remove();
  });

  it('reads the scan status: state, home, times and counters', async () => {
    const rows = await openScanStatus(window);
    assert.equal(rows['State'], 'Fresh');
    assert.equal(rows['Hermes home'], home.path);
    assert.equal(rows['Scans run'], '1');
    assert.match(rows['Last duration'] ?? '', /^\d+(\.\d)? ms$/);
    assert.equal(rows['Last error'], 'none');
    await window.screenshot('scan-status', 'light');
  });

  it('copies a line of it by choosing it', async () => {
    await window.quickInput.choose('Hermes home');
    await window.quickInput.gone();
    await eventually(async () =>
      assert.equal(
        await window.page.evaluate(() => navigator.clipboard.readText()),
        `Hermes home: ${home.path}`,
      ),
    );
  });

  it('reads the log', async () => {
    await window.runCommand('Show Log');
    await eventually(async () =>
      assert.match(await window.output.text(), /A scan \(full\) read 40000 of 40000 sessions in \d+ ms/),
    );
    assert.match(await window.output.channel(), /Hermes Achievements/);
    await window.output.close();
  });

  it('reads everything again, with progress in a message that goes when it is done', async () => {
    const before = await analysed();
    await window.runCommand('Full Rescan');
    const progress = window.notifications.toast('Reading the whole Hermes history again');
    await progress.filter({ hasText: /\d+%/ }).waitFor();
    await progress.waitFor({ state: 'detached', timeout: 60_000 });
    const after = await analysed();
    assert.equal(after.mode, 'full');
    assert.equal(after.sessions, SESSIONS);
    assert.ok(after.at > before.at);
  });

  it('cancels a scan in its message, and what was known stays', async () => {
    const figures = await window.statusBarItem.text();
    const before = await analysed();
    await window.runCommand('Full Rescan');
    await window.notifications.press('Reading the whole Hermes history again', 'Cancel');
    await window.notifications.toast('Reading').waitFor({ state: 'detached', timeout: 5000 });
    await eventually(async () => assert.equal(await window.statusBarItem.text(), figures));
    assert.equal(await window.statusBarItem.warns(), false);
    assert.equal(await window.notifications.toast().count(), 0);
    assert.equal((await analysed()).at, before.at);
  });

  it('is offered no Cancel while no scan runs', async () => {
    await window.quickInput.searchCommand('Cancel Scan');
    await window.quickInput.rows.first().waitFor();
    await eventually(async () => assert.equal(await window.quickInput.row('Cancel Scan').count(), 0));
    await window.quickInput.dismiss();
  });

  /** The last scan, as it was published. */
  async function analysed(): Promise<{ at: number; mode: string; sessions: number }> {
    const file = join(home.path, 'plugins/hermes-achievements/scan_snapshot.json');
    const { generated_at, scan_meta } = JSON.parse(await readFile(file, 'utf8'));
    return { at: generated_at, mode: scan_meta.mode, sessions: scan_meta.sessions_rescanned };
  }
});
