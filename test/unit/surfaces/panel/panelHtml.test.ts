import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { panelHtml } from '../../../../src/surfaces/panel/panelHtml.ts';

const PAGE = {
  cspSource: 'https://files.test',
  nonce: 'abc',
  scriptUri: 'https://files.test/panel.js',
  codiconsUri: 'https://files.test/codicon.css',
  language: 'en',
  title: 'Title',
};

describe('the page of the panel', () => {
  const policy = /content="([^"]+)"/.exec(panelHtml(PAGE))?.[1] ?? '';

  it('denies everything that its policy does not name', () => {
    assert.match(policy, /^default-src 'none';/);
  });

  it('allows nothing unsafe and no wildcard', () => {
    assert.doesNotMatch(policy, /unsafe|\*/);
  });

  it('opens no connection', () => {
    assert.doesNotMatch(policy, /connect-src|http:|ws/);
  });

  it('runs only the script that carries the nonce', () => {
    assert.match(policy, /script-src 'nonce-abc';/);
    assert.deepEqual(panelHtml(PAGE).match(/<script[^>]*>/g), [
      '<script type="module" nonce="abc" src="https://files.test/panel.js">',
    ]);
  });

  it('has neither inline styles nor inline handlers', () => {
    assert.doesNotMatch(panelHtml(PAGE), /<style|\sstyle=|\son\w+=/);
  });

  it('escapes what it is given', () => {
    assert.match(panelHtml({ ...PAGE, title: '"<b>&' }), /<title>&quot;&lt;b>&amp;<\/title>/);
  });
});
