import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { TemporaryHome } from '../../support/temporaryHome.ts';
import { eventually } from '../runtime/eventually.ts';
import { holdScans } from './heldScan.ts';
import { scanStatus } from './scanStatus.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

const SESSIONS = 2_000;

const LOGGED = new RegExp(String.raw`A scan \(full\) read ${SESSIONS} of ${SESSIONS} sessions in \d+ ms`);

const READING = 'Reading the whole Hermes history again';

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
    await window.notifications.heard('Hermes history read.');
    await window.notifications.clear();
  });

  after(async () => {
    await vscode.stop();
    home.remove();
  });

  it('reads the scan status: state, home, times and counters', async () => {
    const rows = await scanStatus(window, async (status) => {
      await window.screenshot('scan-status', 'light');
      await status.dismiss();
    });
    assert.equal(rows['State'], 'Up to date');
    assert.equal(rows['Hermes home'], home.path);
    assert.equal(rows['Automatic refresh'], 'as soon as Hermes writes');
    assert.equal(rows['Damage'], undefined);
    assert.equal(rows['Scans run'], '1');
    assert.match(rows['Last duration'] ?? '', /^\d+(\.\d)? ms$/);
    assert.equal(rows['Last error'], 'none');
  });

  it('copies a line of it by choosing it', async () => {
    await scanStatus(window, (status) => status.choose('Hermes home'));
    await eventually(async () =>
      assert.equal(
        await window.page.evaluate(() => navigator.clipboard.readText()),
        `Hermes home: ${home.path}`,
      ),
    );
  });

  it('reads the log', async () => {
    await window.runCommand('Hermes Achievements: Show Log', window.output.view);
    await eventually(async () => assert.match(await window.output.text(), LOGGED));
    assert.match(await window.output.channel(), /Hermes Achievements/);
    await window.output.close();
  });

  it('reads everything again, with progress in a message that goes when it is done', async () => {
    const before = await analysed();
    // Its message is there before anything is read: none of its progress goes by unseen.
    const letGo = await holdScans(home.path);
    await window.runCommand('Hermes Achievements: Full Rescan', window.notifications.toast(READING));
    letGo();
    await eventually(async () => {
      const after = await analysed();
      assert.equal(after.mode, 'full');
      assert.equal(after.sessions, SESSIONS);
      assert.ok(after.at > before.at);
    });
    await window.notifications.toast(READING).waitFor({ state: 'detached' });
    const progress = (await window.notifications.said()).filter((text) => text.includes(READING));
    assert.ok(
      progress.some((text) => /\d+%/.test(text)),
      progress.join('\n'),
    );
  });

  it('cancels a scan in its message, and what was known stays', async () => {
    const figures = await window.statusBarItem.text();
    const before = await analysed();
    const letGo = await holdScans(home.path);
    await window.runCommand('Hermes Achievements: Full Rescan', window.notifications.toast(READING));
    await window.notifications.press(READING, 'Cancel');
    await window.notifications.toast(READING).waitFor({ state: 'detached' });
    letGo();
    await eventually(async () => assert.equal(await window.statusBarItem.text(), figures));
    assert.equal(await window.statusBarItem.warns(), false);
    assert.deepEqual(await window.notifications.all(), []);
    assert.equal((await analysed()).at, before.at);
  });

  it('finds Rescan and Export in the title of the panel, and only there', async () => {
    const actions = window.page.locator('.editor-actions .action-label');
    const titled = (name: string) => actions.and(window.page.getByRole('button', { name, exact: true }));
    await window.openPanel();
    await titled('Export…').waitFor();
    const before = await scansLogged();
    await titled('Rescan').click();
    await eventually(async () => assert.equal(await scansLogged(), before + 1));
    await window.openEmptyFile();
    await titled('Rescan').waitFor({ state: 'detached' });
    await window.closeEditors();
  });

  it('is offered no Cancel while no scan runs', async () => {
    await window.quickInput.searchCommand('Cancel Scan');
    await window.quickInput.rows.first().waitFor();
    await eventually(async () => assert.equal(await window.quickInput.row('Cancel Scan').count(), 0));
    await window.quickInput.dismiss();
  });

  async function scansLogged(): Promise<number> {
    const text = (await vscode.logs()).map((log) => log.text).join();
    return text.split('A scan (').length - 1;
  }

  /** The last scan, as it was published. */
  async function analysed(): Promise<{ at: number; mode: string; sessions: number }> {
    const file = join(home.path, 'plugins/hermes-achievements/scan_snapshot.json');
    const { generated_at, scan_meta } = JSON.parse(await readFile(file, 'utf8'));
    return { at: generated_at, mode: scan_meta.mode, sessions: scan_meta.sessions_rescanned };
  }
});
