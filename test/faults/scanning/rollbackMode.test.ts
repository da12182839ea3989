import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadDriver } from '../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { HistoryFile } from '../../../src/scanning/changes/historyFile.ts';
import { TemporaryHome } from '../../support/temporaryHome.ts';

const WRITER = fileURLToPath(new URL('./support/rollbackWriter.ts', import.meta.url));
const SESSIONS = 200;
const ROWS_EACH = 60;
const SCANS = 1_000;
const PHASE_MS = 1_000;
const PAUSE_MS = 5;
/** What a busy machine adds now and then; a writer that is locked out waits for seconds. */
const NOISE_MS = 60;

class Writer {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(t: TestContext, path: string) {
    this.#child = spawn(process.execPath, [WRITER, path], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
    t.after(() => this.#child.kill('SIGKILL'));
  }

  /** How long each of its writes took, once the time is over. */
  async write(forMs: number): Promise<number[]> {
    this.#child.stdin!.write(`${forMs}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('The writer has ended');
    return JSON.parse(value);
  }
}

/** Looks, and reads what changed: as a scan does. */
function scan(history: HistoryFile): number {
  const { database, changes, settle } = history.look({ all: false, unsettled: new Set() });
  let rows = 0;
  for (const { id } of changes.suspects)
    rows += database.readSession(id, () => [...database.messages.transcript(id)].length);
  settle();
  history.rest();
  return rows;
}

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))]!;

const inWords = (waits: readonly number[]): string =>
  [0.5, 0.95, 0.99, 1].map((part) => percentile(waits, part).toFixed(1)).join(' / ');

describe('beside a writer with a rollback journal', () => {
  it('a thousand scans do not fail, and it waits no longer than alone', async (t) => {
    const { driver } = await loadDriver();
    const home = TemporaryHome.create({ journalMode: 'delete' });
    t.after(() => home.remove());
    home.sql.pragma('synchronous = off');
    home.sql.transaction(() => {
      for (let i = 0; i < SESSIONS; i++)
        home.addSession(
          { id: `s${i}` },
          Array.from({ length: ROWS_EACH }, () => ({ content: 'words '.repeat(40) })),
        );
    })();
    home.rest();
    const writer = new Writer(t, home.databasePath);
    const history = new HistoryFile(home.path, driver);
    scan(history);

    const alone: number[] = [];
    const beside: number[] = [];
    let scans = 0;
    let rows = 0;
    // One after the other, so that both meet the same machine.
    while (scans < SCANS) {
      alone.push(...(await writer.write(PHASE_MS)));
      let isOver = false;
      const writing = writer.write(PHASE_MS).finally(() => {
        isOver = true;
      });
      while (!isOver) {
        rows += scan(history);
        scans++;
        await sleep(PAUSE_MS);
      }
      beside.push(...(await writing));
    }
    t.diagnostic(`${scans} scans read ${rows} rows; waits p50 / p95 / p99 / most in ms`);
    t.diagnostic(`alone:  ${alone.length} writes, ${inWords(alone)}`);
    t.diagnostic(`beside: ${beside.length} writes, ${inWords(beside)}`);
    assert.ok(rows > SCANS);
    for (const part of [0.5, 0.95, 0.99])
      assert.ok(percentile(beside, part) <= percentile(alone, part) + NOISE_MS * part, `${part}`);

    scan(history);
    const { changes } = history.look({ all: false, unsettled: new Set() });
    assert.deepEqual(changes.suspects, []);
  });
});
