import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { type ScanLock, tryScanLock } from '../../../../src/files/scanLock.ts';
import type { ScanMeta, Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { writeSnapshot } from '../../../../src/files/shared/snapshotFile.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { ScanRight } from '../../../../src/scanning/ownFiles/scanRight.ts';
import { pendingSnapshot } from '../../../../src/scanning/publishing/publish.ts';
import { UnlockBook } from '../../../../src/scanning/publishing/unlockBook.ts';
import { addSessions, scannerFor, setStage } from '../support/stage.ts';

const { driver } = await loadDriver();

/** What a test lets another scan publish; the rest is that of a good one of this moment. */
interface Published {
  readonly meta?: Partial<ScanMeta>;
  readonly snapshot?: Partial<Snapshot>;
}

/** The lock of a home, or none while somebody has it. */
async function lockOf(home: string): Promise<ScanLock | undefined> {
  const attempt = await tryScanLock(await DataDirectory.locate(home), driver);
  return attempt.kind === 'held' ? attempt.lock : undefined;
}

async function assertLockIsFree(home: string): Promise<void> {
  const lock = await lockOf(home);
  lock?.release();
  assert.notEqual(lock, undefined, 'somebody has the lock');
}

describe('the lock of a home', () => {
  it('is free again after a scan that went well', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const { scanner } = await scannerFor(t, home.path);
    assert.equal((await scanner.scan(false)).ok, true);
    await assertLockIsFree(home.path);
  });

  it('is free again after a scan that was cancelled', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const { scanner } = await scannerFor(t, home.path, ({ event }, cancel) => {
      if (event === 'metadata') cancel.raise();
    });
    assert.equal((await scanner.scan(false)).ok, false);
    await assertLockIsFree(home.path);
  });

  it('is free again after a snapshot was dated anew', async (t) => {
    const { home, file } = setStage(t);
    addSessions(home, 3);
    const { scanner } = await scannerFor(t, home.path);
    t.mock.timers.enable({ apis: ['Date'], now: 1_800_000_000_000 });
    await scanner.scan(false);
    t.mock.timers.tick(61_000);
    await scanner.scan(false);
    assert.equal(file('scan_snapshot.json').generated_at, 1_800_000_061);
    await assertLockIsFree(home.path);
  });

  it('is free again after a reset', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const { scanner } = await scannerFor(t, home.path);
    await scanner.scan(false);
    await scanner.reset();
    await assertLockIsFree(home.path);
  });
});

describe('a scan that finds another at work', () => {
  /** Publishes what is given as the one that is at work. */
  async function publish(home: string, { meta, snapshot }: Published): Promise<void> {
    const { scan_meta, ...rest } = pendingSnapshot('lifetime');
    const generated_at = Date.now() / 1000;
    await writeSnapshot(await DataDirectory.locate(home), {
      ...rest,
      generated_at,
      ...snapshot,
      scan_meta: { ...scan_meta, mode: 'incremental', scan_id: 'theirs', ...meta },
    });
  }

  /** Lets a scan wait for another one, which publishes this and is done then. */
  async function besides(t: TestContext, published: Published, full = false): Promise<Snapshot> {
    const { home } = setStage(t);
    addSessions(home, 3);
    const { scanner } = await scannerFor(t, home.path);
    const lock = (await lockOf(home.path))!;
    const scanning = scanner.scan(full);
    await publish(home.path, published);
    lock.release();
    const outcome = await scanning;
    assert.ok(outcome.ok);
    return outcome.snapshot;
  }

  it('takes also what was published in the moment before it got the lock', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const { scanner } = await scannerFor(t, home.path);
    t.mock.method(ScanRight.prototype, 'tryTake', async () => {
      await publish(home.path, {});
      return { release: () => undefined };
    });
    const outcome = await scanner.scan(false);
    assert.ok(outcome.ok);
    assert.equal(outcome.snapshot.scan_meta.scan_id, 'theirs');
  });

  it('takes what that one published, if it answers the request', async (t) => {
    assert.equal((await besides(t, {})).scan_meta.scan_id, 'theirs');
  });

  it('that is full takes what a full one published', async (t) => {
    assert.equal((await besides(t, { meta: { mode: 'full' } }, true)).scan_meta.scan_id, 'theirs');
  });

  it('that is full takes nothing of an incremental one', async (t) => {
    assert.equal((await besides(t, {}, true)).aggregate.session_count, 3);
  });

  for (const [what, published] of Object.entries<Published>({
    'that counts otherwise': { meta: { history_mode: 'dashboard' } },
    'that failed': { meta: { mode: 'failed' } },
    'with an error in it': { snapshot: { error: 'The disk is full' } },
    'of before the request': { snapshot: { generated_at: Date.now() / 1000 - 60 } },
    'of the future, from before the clock was set back': {
      snapshot: { generated_at: Date.now() / 1000 + 3600 },
    },
  })) {
    it(`takes no snapshot ${what}, and looks itself`, async (t) => {
      const { scan_meta, aggregate } = await besides(t, published);
      assert.deepEqual([scan_meta.history_mode, aggregate.session_count], ['lifetime', 3]);
    });
  }
});

describe('a scan that waits for another', () => {
  it('stops waiting at once when it is cancelled', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const { scanner, cancel } = await scannerFor(t, home.path);
    let tries = 0;
    t.mock.method(ScanRight.prototype, 'tryTake', async () => {
      cancel.raise();
      return ++tries < 4 ? null : { release: () => undefined };
    });
    const outcome = await scanner.scan(false);
    assert.ok(!outcome.ok && outcome.cancelled);
    assert.equal(tries, 1);
  });
});

describe('news of unlocks', () => {
  it('is claimed by nobody while another is at work', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const { scanner, cancel } = await scannerFor(t, home.path);
    await scanner.scan(false);
    const lock = (await lockOf(home.path))!;
    cancel.raise(); // or it would be waited for
    await assert.rejects(scanner.claimNews(), { name: 'ScanCancelled' });
    lock.release();
  });
});

describe('a scan that could not record its unlocks', () => {
  it('counts as none: the next one looks at what it saw', async (t) => {
    const { home } = setStage(t);
    addSessions(home, 3);
    const { scanner } = await scannerFor(t, home.path);
    await scanner.scan(false);
    home.addSession({ id: 'new' }, [{ content: 'error' }]);
    const record = t.mock.method(UnlockBook.prototype, 'record', async () => {
      throw new TypeError('unforeseen');
    });
    home.addSession({ id: 'newer', model: 'ollama/qwen' }, [
      { role: 'assistant', tool_calls: JSON.stringify(Array(500).fill({ name: 'delegate_task' })) },
    ]);
    assert.equal((await scanner.scan(false)).ok, false);
    record.mock.restore();
    const outcome = await scanner.scan(false);
    assert.ok(outcome.ok);
    assert.equal(outcome.snapshot.aggregate.session_count, 5);
  });
});

describe('a history that stayed as it was', () => {
  it('is looked at all the same once somebody else has reset the unlocks', async (t) => {
    const { home, pathOf } = setStage(t);
    addSessions(home, 50);
    const { scanner } = await scannerFor(t, home.path);
    await scanner.scan(false);
    const { scanner: other } = await scannerFor(t, home.path);
    await other.reset();
    assert.equal(existsSync(pathOf('state.json')), false);
    const outcome = await scanner.scan(false);
    assert.ok(outcome.ok && outcome.snapshot.unlocked_count > 0);
    assert.equal(existsSync(pathOf('state.json')), true);
  });
});
