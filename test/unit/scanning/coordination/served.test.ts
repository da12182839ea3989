import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { writeSnapshot } from '../../../../src/files/shared/snapshotFile.ts';
import { ServedSnapshot } from '../../../../src/scanning/coordination/served.ts';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';
import { problem } from '../../../../src/words/problem.ts';
import { temporaryHome } from '../../files/support/temporaryHome.ts';

const NOW = Date.now() / 1000;

/** As a scan that went well would have published it, so many seconds ago. */
function finished(age: number, parts: Partial<Snapshot> = {}): Snapshot {
  const pending = pendingSnapshot('lifetime');
  return {
    ...pending,
    generated_at: NOW - age,
    is_stale: false,
    ...parts,
    scan_meta: { ...pending.scan_meta, mode: 'incremental', ...parts.scan_meta },
  };
}

async function served(t: TestContext) {
  const home = await temporaryHome(t);
  const options = { home, historyMode: 'lifetime', ttlSeconds: () => 120, load: async () => null } as const;
  const publish = async (snapshot: Snapshot): Promise<void> => {
    const directory = await DataDirectory.locate(home);
    await directory.create();
    await writeSnapshot(directory, snapshot);
  };
  return { shown: new ServedSnapshot(options), publish };
}

const nobodyScans = (): boolean => false;

describe('the snapshot that is served', () => {
  it('is a pending one before any scan, or what a first scan has so far', async (t) => {
    const { shown } = await served(t);
    assert.equal((await shown.beforeAny()).scan_meta.mode, 'pending');
    shown.partial = finished(0);
    assert.equal(await shown.beforeAny(), shown.partial);
  });

  it('is found on disk, and is fresh as long as it is young', async (t) => {
    const { shown, publish } = await served(t);
    await publish(finished(10));
    assert.equal(await shown.lookAtDisk(nobodyScans), true);
    assert.equal(shown.fresh?.generated_at, NOW - 10);
  });

  it('is served though it is old, and not as a fresh one', async (t) => {
    const { shown, publish } = await served(t);
    await publish(finished(1000));
    assert.equal(await shown.lookAtDisk(nobodyScans), false);
    assert.equal(shown.current?.generated_at, NOW - 1000);
    assert.equal(shown.fresh, undefined);
  });

  it('gives way to a newer one on disk, and to no older one', async (t) => {
    const { shown, publish } = await served(t);
    shown.current = finished(500);
    await publish(finished(900));
    await shown.lookAtDisk(nobodyScans);
    assert.equal(shown.current?.generated_at, NOW - 500);
    await publish(finished(300));
    await shown.lookAtDisk(nobodyScans);
    assert.equal(shown.current?.generated_at, NOW - 300);
  });

  it('gives way to none that was dated before the clock was set back, or counts otherwise', async (t) => {
    const { shown, publish } = await served(t);
    shown.current = finished(500);
    await publish(finished(-3600));
    await shown.lookAtDisk(nobodyScans);
    const { scan_meta } = finished(300);
    await publish(finished(300, { scan_meta: { ...scan_meta, history_mode: 'dashboard' } }));
    await shown.lookAtDisk(nobodyScans);
    assert.equal(shown.current?.generated_at, NOW - 500);
  });

  it('is not looked for while a scan is about to publish a newer one', async (t) => {
    const { shown, publish } = await served(t);
    await publish(finished(10));
    assert.equal(await shown.lookAtDisk(() => true), false);
    assert.equal(shown.current, undefined);
  });

  it('goes on being served after a failure, marked', async (t) => {
    const { shown } = await served(t);
    shown.failedOver(problem('other', 'nothing is there yet'));
    assert.equal(shown.current, undefined);
    shown.current = finished(0);
    shown.failedOver(problem('other', 'no'));
    const { is_stale, error, scan_meta } = shown.current!;
    assert.deepEqual([is_stale, error, scan_meta.mode], [true, 'no', 'failed']);
    assert.equal(shown.fresh, undefined);
  });
});
