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
/** What the extension and the command line load when it is first wanted; each file has a name of its contents. */
const PART = /^(extension\/.+\.cjs|cli\/.+\.js)$/;
/** The panel's page may connect to nothing: its policy, held by the panel's own tests, leaves a library's call no way. */
const HELD_BY_POLICY = 'webview/panel.js';

describe('the built programs', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hermes-achievements-network-'));
    execFileSync(process.execPath, ['esbuild.js', '--production', `--outdir=${folder}`], { cwd: ROOT });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function programs(): string[] {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return files.filter((file) => /\.c?js$/.test(file)).map((file) => file.replaceAll('\\', '/'));
  }

  function waysOut(program: string): (string | undefined)[] {
    const text = readFileSync(join(folder, program), 'utf8');
    return [MODULES.exec(text)?.[0], program === HELD_BY_POLICY ? undefined : CALLS.exec(text)?.[0]];
  }

  it('are all looked at: host, workers, command line and webview', () => {
    const whole = programs().filter((program) => !PART.test(program));
    assert.deepEqual(whole.sort(), PROGRAMS);
  });

  for (const program of PROGRAMS) {
    it(`have no way to a network: ${program}`, () => {
      assert.deepEqual(waysOut(program), [undefined, undefined]);
    });
  }

  it('have no way to a network: the parts of extension.cjs and cli.js', () => {
    const parts = programs().filter((program) => PART.test(program));
    for (const folder of ['extension/', 'cli/']) assert.ok(parts.some((part) => part.startsWith(folder)));
    for (const part of parts) assert.deepEqual(waysOut(part), [undefined, undefined], part);
  });
});
