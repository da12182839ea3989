import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CACHE, REPOSITORY } from './places.ts';

const SOURCE = join(REPOSITORY, 'test/host/integration');

/**
 * Builds the integration suite as an extension host loads it: CommonJS, one file for the runner, one for what
 * is loaded into worker threads, and one for each `*.test.ts`.
 * @returns the runner's file, which exports `run()`
 */
export async function bundleSuite(): Promise<string> {
  const tests = (await readdir(SOURCE)).filter((file) => file.endsWith('.test.ts'));
  const outdir = join(CACHE, 'integration-suite');
  await build({
    entryPoints: ['index.ts', 'watchedThread.ts', ...tests].map((file) => join(SOURCE, file)),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha', 'better-sqlite3'],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(outdir, 'index.cjs');
}
