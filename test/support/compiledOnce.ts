/**
 * What all test files of a run share, for Node's `--test-global-setup`. Each file is a process, and each scan a thread:
 * without this they compile the same 300 modules again and again, which took longer than the tests themselves.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUILT_WORKER_VARIABLE } from './scanWorker.ts';

const ROOT = join(import.meta.dirname, '../..');
/** From here the built worker finds better-sqlite3. */
const CACHE = join(ROOT, 'node_modules/.cache');

let folder: string | undefined;

/** Test files inherit the environment. */
export async function globalSetup(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, 'unit-'));
  // Some tests run as another user, who reads it too.
  chmodSync(folder, 0o755);
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  const outfile = join(folder, 'scanWorker.cjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/scanning/worker/program.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['better-sqlite3'],
    logLevel: 'warning',
  });
  process.env[BUILT_WORKER_VARIABLE] = pathToFileURL(outfile).href;
}

export function globalTeardown(): void {
  if (folder !== undefined) rmSync(folder, { recursive: true });
}
