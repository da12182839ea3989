import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { escapeXml } from '../../../src/artwork/xmlText.ts';
import { assertWellFormed } from './wellFormedXml.ts';

describe('XML text', () => {
  it('escapes what builds markup', () => {
    assert.equal(escapeXml(`<a b="c" d='e'>&amp;`), '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;');
  });

  it('drops what XML cannot hold', () => {
    assert.equal(escapeXml('a\u0000b\u001bc\ufffed\ud800e'), 'abcde');
  });

  it('keeps white space and characters beyond the basic plane', () => {
    assert.equal(escapeXml('a\tb\nc 😀 𠮷'), 'a\tb\nc 😀 𠮷');
  });

  it('is well-formed as content and as an attribute, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (units) => {
        const text = escapeXml(String.fromCharCode(...units));
        assertWellFormed(`<text name="${text}">${text}</text>`);
      }),
    );
  });
});
