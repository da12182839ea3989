import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import packageJson from '../../../../package.json' with { type: 'json' };
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { readSnapshot } from '../../../../src/files/shared/snapshotFile.ts';
import { lookBack } from '../../../../src/scanning/scan/remembered.ts';
import { fullScan } from '../../../support/scanning.ts';
import { addFirstSessions, addLastSession } from '../../../upgrades/support/history.ts';
import { type Stage, setStage } from '../support/stage.ts';

const KEPT = join(import.meta.dirname, '../../../upgrades');
/** What becomes of a version's figures: they are counted anew once the rules have changed since. */
const CHECKPOINTS: Readonly<Record<string, 'reused' | 'counted anew'>> = {
  '0.1.0': 'counted anew',
};
const UNLOCKED_AT = 1_750_000_000;
const RISEN_AT = 1_750_086_400;

/** A home whose files are those that a released version left. */
function homeLeftBy(t: TestContext, version: string): Stage {
  const stage = setStage(t);
  addFirstSessions(stage.home);
  addLastSession(stage.home);
  const folder = dirname(stage.pathOf('state.json'));
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(join(KEPT, version))) {
    copyFileSync(join(KEPT, version, name), join(folder, name));
  }
  return stage;
}

describe('the kept files', () => {
  it('are there for this version too, so that the next can be held against them', () => {
    assert.ok(packageJson.version in CHECKPOINTS);
  });

  it('are all looked at here', () => {
    const kept = readdirSync(KEPT).filter((name) => /^\d/.test(name));
    assert.deepEqual(kept.sort(), Object.keys(CHECKPOINTS).sort());
  });
});

for (const [version, fate] of Object.entries(CHECKPOINTS)) {
  describe(`an upgrade from ${version}`, () => {
    it('shows the snapshot at once', async (t) => {
      const { home } = homeLeftBy(t, version);
      const snapshot = await readSnapshot(await DataDirectory.locate(home.path));
      assert.equal(snapshot?.generated_at, RISEN_AT);
      const badge = snapshot.achievements.find(({ id }) => id === 'subagent_commander');
      assert.equal(badge?.tier, 'Silver');
      assert.equal(badge.unlocked_at, UNLOCKED_AT);
    });

    it('carries over the dates of unlocks through a scan', async (t) => {
      const stage = homeLeftBy(t, version);
      const { achievements } = await stage.open().rescan({ full: true });
      const badge = achievements.find(({ id }) => id === 'subagent_commander');
      assert.equal(badge?.unlocked_at, UNLOCKED_AT);
      const { unlocks } = stage.file('state.json');
      assert.equal(unlocks.subagent_commander.unlocked_at, UNLOCKED_AT);
      assert.equal(unlocks.subagent_commander.first_tier, 'Copper');
    });

    it('keeps the time line, and announces nothing twice', async (t) => {
      const stage = homeLeftBy(t, version);
      const window = stage.open();
      await window.rescan({ full: true });
      const timeline = await window.ask({ kind: 'timeline' });
      assert.deepEqual(
        timeline.map(({ id, to_tier, at }) => [id, to_tier, at]),
        [
          ['subagent_commander', 'Copper', UNLOCKED_AT],
          ['subagent_commander', 'Silver', RISEN_AT],
        ],
      );
      assert.deepEqual(await window.claimNews(), []);
    });

    it(`comes to the figures of a full scan, with every session ${fate}`, async (t) => {
      const stage = homeLeftBy(t, version);
      const { aggregate, scan_meta } = await stage.open().rescan({ full: false });
      const { sessions_reused, sessions_rescanned } = scan_meta;
      assert.deepEqual([sessions_reused, sessions_rescanned], fate === 'reused' ? [3, 0] : [0, 3]);
      assert.deepEqual(aggregate, (await fullScan(stage.home.path)).aggregate);
    });

    it('goes on counting scans', async (t) => {
      const stage = homeLeftBy(t, version);
      const before = stage.file('scan_status.json').run_count;
      const window = stage.open();
      await window.rescan({ full: true });
      await window.dispose();
      assert.equal((await lookBack(stage.home.path)).runs.count, before + 1);
    });
  });
}

describe('what 0.1.0 kept', () => {
  it('of a session that Hermes has deleted since is remembered', async (t) => {
    const stage = homeLeftBy(t, '0.1.0');
    const [id] = Object.keys(stage.file('scan_checkpoint.json').sessions);
    stage.home.deleteSession(id!);
    const window = stage.open();
    const { aggregate } = await window.rescan({ full: false });
    assert.equal(aggregate.session_count, 3);
    assert.equal((await window.ask({ kind: 'remembered' })).deleted, 1);
  });

  it('is left alone byte for byte', async (t) => {
    const stage = homeLeftBy(t, '0.1.0');
    const kept = ['scan_checkpoint.json', 'unlock_history.json', 'scan_status.json'];
    const bytes = () => kept.map((name) => readFileSync(stage.pathOf(name), 'utf8'));
    const before = bytes();
    await stage.open().rescan({ full: true });
    assert.deepEqual(bytes(), before);
  });
});
