import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onShutdown } from '../host/runtime/lifetime.ts';
import type { CheckoutCopy } from './checkoutCopy.ts';
import { testFile } from './stale.ts';

const REPORTER = fileURLToPath(new URL('reporter.ts', import.meta.url));

export interface TestRun {
  /** Names of the tests that failed; the file's own name where it did not end, or ended without a test that failed. */
  readonly failed: readonly string[];
  readonly passed: number;
  readonly milliseconds: number;
}

/** What the reporter tells of one test. */
interface Told {
  readonly name: string;
  readonly passed: boolean;
}

/**
 * Runs a test file in a process of its own. Node's runner is of no use here: a fault may let a process hang
 * in the system, where it hears no signal but the last one.
 * @param limitMs after which the file counts as hanging, and is ended with all that it started
 */
export async function runTests(copy: CheckoutCopy, name: string, limitMs: number): Promise<TestRun> {
  const { temporary } = copy;
  const file = testFile(copy.path, name);
  const report = join(temporary, 'report');
  rmSync(report, { force: true });
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [`--test-reporter=${REPORTER}`, `--test-reporter-destination=${report}`, file],
    {
      cwd: copy.path,
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    },
  );
  // Ctrl+C does not reach it: it leads a group of its own, to be ended with.
  onShutdown(() => {
    if (child.exitCode === null && child.signalCode === null) endAll(child);
  });
  const stop = new AbortController();
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const limit = sleep(limitMs, 'hangs' as const, { signal: stop.signal }).catch(() => 'hangs' as const);
  const outcome = await Promise.race([ended, limit]);
  stop.abort();
  endAll(child);
  await ended;
  const tests = existsSync(report) ? toldIn(report) : [];
  const failed = tests.filter(({ passed }) => !passed).map(({ name }) => name);
  if (outcome === 'hangs') failed.push(`${basename(file)} (does not end)`);
  else if (outcome !== 0 && failed.length === 0) failed.push(`${basename(file)} (ends with ${outcome})`);
  return { failed, passed: tests.length - failed.length, milliseconds: performance.now() - started };
}

/** Ends the process and those that it left behind. */
function endAll(child: ChildProcess): void {
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It has ended, and left nothing behind.
  }
}

function toldIn(report: string): Told[] {
  const lines = readFileSync(report, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Told);
}
