import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);
const repository = join(import.meta.dirname, '..', '..');
/** Inside the repository, because the programs must find better-sqlite3. */
const bundles = join(repository, 'node_modules', '.cache', 'bench');
const sources = join(repository, 'bench', 'programs');

const NAMES = ['coldScan', 'watchedScan', 'bareRead', 'openSnapshot', 'nodeStart', 'loadArchive'] as const;

export type ProgramName = (typeof NAMES)[number];

/** What is measured: the built scan worker, and small programs that each measure one thing in a fresh process. */
export class Programs {
  /** The scan worker as it is shipped. */
  readonly workerFile: string;

  private constructor(workerFile: string) {
    this.workerFile = workerFile;
  }

  /** @param dist programs that are built already; `dist` is built when it is absent */
  static async prepare(dist: string | undefined): Promise<Programs> {
    if (dist === undefined) await run(process.execPath, ['esbuild.js'], { cwd: repository });
    await build({
      entryPoints: NAMES.map((name) => join(sources, `${name}.ts`)),
      outdir: bundles,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node22',
      external: ['better-sqlite3'],
      logLevel: 'warning',
    });
    return new Programs(resolve(dist ?? join(repository, 'dist'), 'scanWorker.cjs'));
  }

  /** Runs a program in a process of its own. @returns the JSON it prints */
  async run<T>(name: ProgramName, options: object = {}): Promise<T> {
    const { stdout } = await run(process.execPath, [join(bundles, `${name}.mjs`), JSON.stringify(options)]);
    return JSON.parse(stdout) as T;
  }
}
