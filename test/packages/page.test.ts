import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { it } from 'node:test';
import { CATALOGUE } from '../../src/badges/catalogue/catalogue.ts';
import { BADGE_TEXTS } from '../../src/badges/catalogue/texts.ts';

const ROOT = resolve(import.meta.dirname, '../..');

it("the panel's page holds no word of a badge: it is told of those that are not secret", (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-achievements-page-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, ['esbuild.js', `--outdir=${folder}`], { cwd: ROOT });
  const page = readFileSync(join(folder, 'webview/panel.js'), 'utf8');
  const words = CATALOGUE.flatMap(({ id, name }) => [id, name, ...Object.values(BADGE_TEXTS[id])]);
  assert.ok(words.length > 200);
  assert.deepEqual(
    words.filter((word) => page.includes(word)),
    [],
  );
});
