import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CODICONS } from '../../../../../../src/surfaces/panel/webview/drawing/codicon.ts';

describe('the codicons used', () => {
  it('are the glyphs that the installed font has under these names', () => {
    const css = readFileSync('node_modules/@vscode/codicons/dist/codicon.css', 'utf8');
    for (const [name, glyph] of Object.entries(CODICONS)) {
      assert.ok(css.includes(`.codicon-${name}:before { content: "\\${glyph.toString(16)}" }`), name);
    }
  });
});
