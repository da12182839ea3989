import assert from 'node:assert/strict';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'mocha';
import { eventually } from '../runtime/eventually.ts';
import { temporaryFolder } from '../runtime/places.ts';
import { writeSampleHistory } from '../runtime/sampleHistory.ts';
import { wcagViolations } from './accessibility.ts';
import { holdPanelAt } from './heldPanel.ts';
import { screenshotEverywhere } from './screenshotEverywhere.ts';
import type { Theme } from './themes.ts';
import { VsCode } from './vscode.ts';
import type { Workbench } from './workbench.ts';

/** Enough for several partial snapshots, which come every 250 sessions. */
const SESSIONS = 2000;

describe('What the panel shows only for a while, in every theme and width, keeps to WCAG 2.2 AA', () => {
  let vscode: VsCode;
  let window: Workbench;
  let home: string;
  let bringHistory: () => Promise<void>;

  before(async () => {
    const folder = await temporaryFolder('home');
    const prepared = join(folder, 'prepared');
    home = join(folder, 'hermes');
    await mkdir(home);
    await writeSampleHistory(prepared, SESSIONS);
    bringHistory = () => rename(join(prepared, 'state.db'), join(home, 'state.db'));
    vscode = await VsCode.start({ home });
    window = await vscode.openWindow({ reducedMotion: true, hasHistory: false });
    await window.hideSideBar();
    await window.showPanel();
    await window.panel.emptyState.waitFor();
  });

  after(() => vscode.stop());

  async function keepsToWcag(view: string): Promise<void> {
    const violations: string[] = [];
    const closely = async (theme: Theme): Promise<void> => {
      violations.push(...(await wcagViolations(window.panel)).map((violation) => `${theme}: ${violation}`));
    };
    await screenshotEverywhere(window, view, { closely });
    assert.deepEqual(violations, []);
  }

  it('when there is no history yet', () => keepsToWcag('no-history'));

  it('while history is read for the first time', async () => {
    const letGo = await holdPanelAt(window.panel, 'reading');
    await bringHistory();
    await window.panel.banner.getByText(/([3-9]\d|100)%/).waitFor();
    await keepsToWcag('first-scan');
    assert.ok(await window.panel.banner.isVisible(), 'the view has passed before its pictures were taken');
    await letGo();
    await window.panel.banner.waitFor({ state: 'detached' });
  });

  it('while figures are refreshed because Hermes has written', async () => {
    const letGo = await holdPanelAt(window.panel, 'refreshing');
    touchHistory(home);
    await window.panel.refreshing.waitFor();
    assert.equal(await window.panel.banner.count(), 0);
    await keepsToWcag('refreshing');
    assert.ok(
      await window.panel.refreshing.isVisible(),
      'the view has passed before its pictures were taken',
    );
    await letGo();
    await window.panel.refreshing.waitFor({ state: 'detached' });
  });

  it('tells screen readers when a scan begins and how it ends, and nothing in between', async () => {
    const spoken = await window.panel.watch.spoken();
    await window.runCommand('Hermes Achievements: Full Rescan', () =>
      eventually(async () =>
        assert.match((await spoken()).at(-1) ?? '', /^Hermes history read\. \d+ of 60 badges unlocked\.$/),
      ),
    );
    assert.deepEqual((await spoken()).slice(0, -1), ['The scan has begun.']);
  });
});

/** One more message in the newest session, as Hermes writes it. */
function touchHistory(home: string): void {
  const database = new DatabaseSync(join(home, 'state.db'));
  database.exec(`INSERT INTO messages (session_id, role, content, timestamp)
    SELECT id, 'user', 'one more thing', started_at + 1 FROM sessions ORDER BY started_at DESC LIMIT 1`);
  database.close();
}
