import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

const ROOT = resolve(import.meta.dirname, '../..');
const MODULES =
  /(?:require\(|from\s*|import\(|getBuiltinModule\??\.?\()\s*["'](?:node:)?(?:net|tls|https?|http2|dgram|dns|inspector)(?:\/[a-z]+)?["']/;
const CALLS = /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|(?<![.\w])fetch\(/;
const PROGRAMS = [
  'cli.js',
  'extension.cjs',
  'sampleWorker.cjs',
  'scanWorker.cjs',
  'transcriptWorker.cjs',
  'webview/panel.js',
];
/** The panel's page may connect to nothing: its policy, held by the panel's own tests, leaves a library's call no way. */
const HELD_BY_POLICY = 'webview/panel.js';

describe('the built programs', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hermes-achievements-network-'));
    execFileSync(process.execPath, ['esbuild.js', '--production', `--outdir=${folder}`], { cwd: ROOT });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are all looked at: host, workers, command line and webview', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const programs = files.filter((file) => /\.c?js$/.test(file)).map((file) => file.replaceAll('\\', '/'));
    assert.deepEqual(programs.sort(), PROGRAMS);
  });

  for (const program of PROGRAMS) {
    it(`have no way to a network: ${program}`, () => {
      const text = readFileSync(join(folder, program), 'utf8');
      assert.deepEqual(
        [MODULES.exec(text)?.[0], program === HELD_BY_POLICY ? undefined : CALLS.exec(text)?.[0]],
        [undefined, undefined],
      );
    });
  }
});
