import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Snapshot } from '../../../src/files/shared/snapshot.ts';
import { fullScan } from '../../support/scanning.ts';
import { addSessions, setStage } from '../../unit/scanning/support/stage.ts';

const HERMES = fileURLToPath(new URL('./support/hermes.ts', import.meta.url));
const WINDOW = fileURLToPath(new URL('../../unit/scanning/support/window.ts', import.meta.url));
const ALONE_MS = 20_000;
const TOGETHER_MS = 65_000;
/** What a busy machine adds to a write now and then, whoever else reads. */
const NOISE_MS = 60;

class Hermes {
  readonly #child: ChildProcess;
  /** How long each write took, once its time is over. */
  readonly waits: Promise<number[]>;

  constructor(t: TestContext, path: string, forMs: number) {
    this.#child = spawn(process.execPath, [HERMES, path, String(forMs)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const line = once(createInterface({ input: this.#child.stdout! }), 'line');
    const died = once(this.#child, 'exit').then(([code]) =>
      Promise.reject(new Error(`Hermes ended with ${code}`)),
    );
    died.catch(() => undefined);
    this.waits = Promise.race([line, died]).then(([text]) => JSON.parse(text));
    t.after(() => this.#child.kill('SIGKILL'));
  }

  async leave(): Promise<void> {
    this.#child.stdin!.end();
    await once(this.#child, 'exit');
  }
}

function percentile(values: readonly number[], p: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(p * (values.length - 1))]!;
}

function describeWaits(waits: readonly number[]): string {
  const [p50, p99, max] = [0.5, 0.99, 1].map((p) => percentile(waits, p).toFixed(1));
  return `${waits.length} writes, p50 ${p50} ms, p99 ${p99} ms, max ${max} ms`;
}

function assertOfOneMoment({ aggregate, scan_meta }: Snapshot): void {
  assert.equal(aggregate.total_delegate_calls, aggregate.tts_calls);
  assert.equal(aggregate.session_count, scan_meta.sessions_total);
}

function contents(path: string): (string | number)[][] {
  return [path, `${path}-wal`].filter(existsSync).map((file) => {
    const { ino, size, mtimeMs } = statSync(file);
    return [file, ino, size, mtimeMs, createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
}

describe('while Hermes is at work', () => {
  it('every snapshot is of whole transactions, the last equals a full scan, and Hermes waits no longer', async (t) => {
    const { home, open } = setStage(t);
    addSessions(home, 0);
    for (let index = 0; index < 300; index++) home.addSession({ id: `s${index}` });
    home.rest();

    const alone = new Hermes(t, home.databasePath, ALONE_MS);
    const waitsAlone = await alone.waits;
    await alone.leave();
    t.diagnostic(`without us: ${describeWaits(waitsAlone)}`);

    const hermes = new Hermes(t, home.databasePath, TOGETHER_MS);
    const windows = [open({ threads: 2 }), open({ historyMode: 'dashboard' })];
    let isOver = false;
    hermes.waits.finally(() => {
      isOver = true;
    });
    let scans = 0;
    let failures = 0;
    await Promise.all(
      windows.map(async (window, index) => {
        while (!isOver) {
          try {
            assertOfOneMoment(await window.rescan({ full: index === 1 && scans % 10 === 0 }));
            scans++;
          } catch (error) {
            if (!(error instanceof Error) || error.name !== 'ScanFailed') throw error;
            // While one file takes the place of another there may be none, or one that is not whole yet.
            t.diagnostic(error.message);
            failures++;
          }
          await sleep(100);
        }
      }),
    );
    const waits = await hermes.waits;
    t.diagnostic(`with us: ${describeWaits(waits)}; ${scans} scans, ${failures} of them failed`);
    assert.ok(scans > 50 && failures < scans / 10);
    assert.ok(percentile(waits, 0.99) <= 3 * percentile(waitsAlone, 0.99) + NOISE_MS);

    const before = contents(home.databasePath);
    assert.equal(before.length, 2);
    const last = await windows[0]!.rescan({ full: false });
    const full = await fullScan(home.path);
    assert.deepEqual(last.aggregate, full.aggregate);
    assertOfOneMoment(full);
    assert.deepEqual(contents(home.databasePath), before);
    await hermes.leave();
  });

  it('no call of ours writes to its database or its log', async (t) => {
    if (spawnSync('strace', ['-f', 'true']).status !== 0)
      return t.diagnostic('there is no strace here to look with');
    const { home } = setStage(t);
    addSessions(home, 50); // the connection stays open, so there is a log
    const directory = mkdtempSync(join(tmpdir(), 'trace-'));
    t.after(() => rmSync(directory, { recursive: true }));
    const trace = join(directory, 'trace');
    const calls =
      'write,writev,pwrite64,pwritev,ftruncate,truncate,unlink,unlinkat,rename,renameat,renameat2';
    const { status } = spawnSync(
      'strace',
      ['-f', '-y', '-qq', '-o', trace, '-e', `trace=${calls}`, process.execPath, WINDOW, home.path],
      { input: 'go\n' },
    );
    assert.equal(status, 0);
    const lines = readFileSync(trace, 'utf8').split('\n');
    assert.ok(
      lines.some((line) => line.includes('scan_snapshot.json')),
      'nothing was traced',
    );
    assert.deepEqual(
      lines.filter((line) => /state\.db(?!-shm)/.test(line)),
      [],
    );
  });
});
