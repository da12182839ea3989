/**
 * Builds every program of this repository from `src` into `dist`:
 * the extension and its workers for the extension host, the webview for the browser, the command line for Node.
 *   node esbuild.js [--watch] [--production] [--outdir=DIR]
 */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import esbuild from 'esbuild';
import { commonJsParts } from './scripts/building/commonJsParts.ts';
import { editorApi } from './scripts/building/editorApi.ts';
import { thirdPartyNotices } from './scripts/packaging/thirdPartyNotices.ts';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');
const outdir = process.argv.find((argument) => argument.startsWith('--outdir='))?.slice(9) ?? 'dist';

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  outdir,
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  target: 'node22',
  // It finds its own binary beside itself.
  external: ['better-sqlite3'],
};

/** @type {import('esbuild').BuildOptions[]} */
const programs = [
  {
    ...node,
    // What it imports by `import()` is a file of its own: all extensions of a window are loaded in one thread.
    format: 'esm',
    splitting: true,
    chunkNames: 'extension/[name]-[hash]',
    plugins: [editorApi, commonJsParts],
    entryPoints: { extension: 'src/extension.ts' },
    outExtension: { '.js': '.cjs' },
  },
  {
    ...node,
    format: 'cjs',
    entryPoints: {
      scanWorker: 'src/scanning/worker/program.ts',
      sampleWorker: 'src/surfaces/commands/sample/sampleWorker.ts',
      transcriptWorker: 'src/surfaces/transcript/reading/program.ts',
    },
    outExtension: { '.js': '.cjs' },
  },
  {
    ...node,
    format: 'esm',
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
    entryPoints: { cli: 'src/bin.ts' },
    // Libraries in the older format ask for Node's own modules by a function that an ES module has not.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
  },
  {
    ...common,
    platform: 'browser',
    target: 'chrome134',
    format: 'esm',
    entryPoints: { 'webview/panel': 'src/surfaces/panel/webview/main.ts' },
  },
];

rmSync(outdir, { recursive: true, force: true });
for (const file of ['codicon.css', 'codicon.ttf']) {
  cpSync(`node_modules/@vscode/codicons/dist/${file}`, `${outdir}/webview/${file}`);
}

if (watch) {
  for (const options of programs) await (await esbuild.context(options)).watch();
} else {
  const results = await Promise.all(programs.map((options) => esbuild.build(options)));
  writeFileSync(
    `${outdir}/THIRD_PARTY_NOTICES.md`,
    thirdPartyNotices(results.map(({ metafile }) => metafile)),
  );
}
