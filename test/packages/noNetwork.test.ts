import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const DIST = join(import.meta.dirname, '../../dist');
const MODULES =
  /(?:require\(|from\s*|import\(|getBuiltinModule\??\.?\()\s*["'](?:node:)?(?:net|tls|https?|http2|dgram|dns|inspector)(?:\/[a-z]+)?["']/;
const CALLS = /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|(?<![.\w])fetch\(/;

/** The panel's page may connect to nothing: its policy, held by the panel's own tests, leaves a library's call no way. */
const HELD_BY_POLICY = join('webview', 'panel.js');

describe('the built programs', () => {
  const programs = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.c?js$/.test(file),
  );
  for (const program of programs) {
    it(`have no way to a network: ${program}`, () => {
      const text = readFileSync(join(DIST, program), 'utf8');
      assert.deepEqual(
        [MODULES.exec(text)?.[0], program === HELD_BY_POLICY ? undefined : CALLS.exec(text)?.[0]],
        [undefined, undefined],
      );
    });
  }

  it('are all looked at: host, workers, command line and webview', () => {
    assert.ok(programs.length >= 5, programs.join());
  });
});
