import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { mkdirSync, renameSync, rmSync, symlinkSync, type watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AutoRefresh, type AutoRefreshOptions } from '../../../../src/surfaces/autoRefresh/autoRefresh.ts';
import { isRemote } from '../../../../src/surfaces/autoRefresh/polling.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

/** Longer than any refresh of a history at rest takes to come. */
const PATIENCE_MS = 10_000;

describe('automatic refresh', () => {
  let folder: string;
  let home: string;
  let autoRefresh: AutoRefresh;
  let refreshed: () => void;

  beforeEach(() => {
    folder = TemporaryHome.emptyDirectory();
    home = join(folder, 'profiles', 'work');
    autoRefresh = new AutoRefresh(() => refreshed());
    refreshed = () => undefined;
  });

  afterEach(() => {
    autoRefresh.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('follows a write to the history', async () => {
    mkdirSync(home, { recursive: true });
    autoRefresh.start(home);
    const refresh = nextRefresh();
    assert.deepEqual(autoRefresh.watching, { kind: 'told' });
    writeFileSync(join(home, 'state.db-wal'), 'pages');
    await refresh;
  });

  it('follows a write to the file that the history is a link to', async () => {
    mkdirSync(home, { recursive: true });
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'history.db'), 'a database');
    symlinkSync(join(elsewhere, 'history.db'), join(home, 'state.db'));
    autoRefresh.start(home);
    const refresh = nextRefresh();
    writeFileSync(join(elsewhere, 'history.db-wal'), 'pages');
    await refresh;
  });

  it('follows when the history comes together with its home, and with folders above it', async () => {
    autoRefresh.start(home);
    const refresh = nextRefresh();
    bringHistory();
    await refresh;
  });

  it('follows when the home comes first and its history later', async () => {
    autoRefresh.start(home);
    mkdirSync(home, { recursive: true });
    await turnOfEvents();
    const refresh = nextRefresh();
    writeFileSync(join(home, 'state.db'), 'a database');
    await refresh;
  });

  it('follows when the home was replaced by another of its name', async () => {
    bringHistory();
    autoRefresh.start(home);
    const refresh = nextRefresh();
    renameSync(home, `${home}-former`);
    bringHistory();
    await refresh;
  });

  it('still follows a write when it is told of the same home before the write has settled', async () => {
    bringHistory();
    autoRefresh.start(home);
    const refresh = nextRefresh();
    writeFileSync(join(home, 'state.db-wal'), 'pages');
    await turnOfEvents();
    autoRefresh.start(home);
    await refresh;
  });

  for (const [code, reason] of [
    ['EMFILE', 'file-limit'],
    ['ENOSPC', 'folder-limit'],
    ['ENOSYS', 'not-watchable'],
    ['EODD', { code: 'EODD' }],
  ] as const) {
    it(`says once that it cannot watch (${code}), looks every so often, and follows all the same`, async () => {
      bringHistory();
      const said: string[] = [];
      const watchFolder = (() => {
        throw Object.assign(new Error('no watch'), { code });
      }) as unknown as typeof watch;
      const onBlind = (message: string) => void said.push(message);
      autoRefresh = new AutoRefresh(() => refreshed(), { onBlind, watchFolder, pollMs: 20 });
      autoRefresh.start(home);
      await turnOfEvents();
      autoRefresh.start(home);
      await refreshWhileWriting(join(home, 'state.db-wal'));
      assert.equal(said.length, 1);
      assert.match(said[0]!, /^The system does not tell of all changes in .*: it is looked at every/);
      // Show Scan Status says so for as long as it holds.
      assert.deepEqual(autoRefresh.watching, { kind: 'polled', seconds: 0, reason });
      autoRefresh.stop();
      assert.deepEqual(autoRefresh.watching, { kind: 'off' });
    });
  }

  it('looks every so often at a history on a network file system, through a link too', async () => {
    const elsewhere = join(folder, 'elsewhere');
    for (const path of [home, elsewhere]) mkdirSync(path, { recursive: true });
    writeFileSync(join(elsewhere, 'history.db'), 'a database');
    symlinkSync(join(elsewhere, 'history.db'), join(home, 'state.db'));
    const silent = (() => new EventEmitter()) as unknown as typeof watch;
    const liesElsewhere = async (path: string) => path === elsewhere;
    const said: string[] = [];
    const onBlind = (message: string) => void said.push(message);
    autoRefresh = new AutoRefresh(() => refreshed(), {
      onBlind,
      liesElsewhere,
      watchFolder: (...args: Parameters<typeof watch>) =>
        Object.assign(silent(...args), { close: () => undefined }),
      pollMs: 20,
    } as AutoRefreshOptions);
    autoRefresh.start(home);
    await refreshWhileWriting(join(elsewhere, 'history.db-wal'));
    assert.equal(said.length, 1);
    assert.match(said[0]!, /network file system/);
    assert.deepEqual(autoRefresh.watching, { kind: 'polled', seconds: 0, reason: 'network' });
  });

  it('takes no local folder for one on a network', async () => {
    assert.equal(await isRemote(folder), false);
    assert.equal(await isRemote(join(folder, 'missing')), false);
  });

  /** What was written before the first look is known by it, so it is written again until one follows. */
  async function refreshWhileWriting(path: string): Promise<void> {
    const refresh = nextRefresh();
    let pages = '';
    const write = (): void => {
      pages += 'pages';
      writeFileSync(path, pages);
    };
    const writing = setInterval(write, 2_000);
    write();
    await refresh.finally(() => clearInterval(writing));
  }

  function bringHistory(): void {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'state.db'), 'a database');
  }

  function nextRefresh(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new assert.AssertionError({ message: 'no refresh' })),
        PATIENCE_MS,
      );
      refreshed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Lets everything that the file system has told so far be heard. */
  async function turnOfEvents(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done));
  }
});
