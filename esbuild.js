/**
 * Builds every program of this repository from `src` into `dist`:
 * the extension and its worker for the extension host, the webview for the browser, the command line for Node.
 */
import { cpSync, rmSync } from 'node:fs';
import esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const host = {
  ...common,
  platform: 'node',
  target: 'node22',
  // better-sqlite3 finds its own binary beside itself; `vscode` is given by the extension host.
  external: ['vscode', 'better-sqlite3'],
};

/** @type {import('esbuild').BuildOptions[]} */
const programs = [
  { ...host, format: 'cjs', entryPoints: { extension: 'src/extension.ts' }, outExtension: { '.js': '.cjs' } },
  {
    ...host,
    format: 'cjs',
    entryPoints: {
      scanWorker: 'src/scanning/worker/scanWorker.ts',
      sampleWorker: 'src/surfaces/sample/sampleWorker.ts',
    },
    outExtension: { '.js': '.cjs' },
  },
  { ...host, format: 'esm', entryPoints: { cli: 'src/cli.ts' } },
  {
    ...common,
    platform: 'browser',
    target: 'chrome134',
    format: 'esm',
    entryPoints: { 'webview/panel': 'src/surfaces/panel/webview/main.ts' },
  },
];

rmSync('dist', { recursive: true, force: true });
for (const file of ['codicon.css', 'codicon.ttf']) {
  cpSync(`node_modules/@vscode/codicons/dist/${file}`, `dist/webview/${file}`);
}

const outputs = programs.map((options) => ({ ...options, outdir: 'dist' }));
if (watch) {
  for (const options of outputs) await (await esbuild.context(options)).watch();
} else {
  await Promise.all(outputs.map((options) => esbuild.build(options)));
}
