import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { productIconSvg } from '../../../src/artwork/productMark.ts';
import { assertSelfContained, assertWellFormed, brokenIds } from './wellFormedXml.ts';

const media = new URL('../../../media/', import.meta.url);

describe('product icon', () => {
  it('is a self-contained drawing', () => {
    const elements = assertWellFormed(productIconSvg());
    assertSelfContained(elements);
    assert.deepEqual(brokenIds(elements), []);
  });

  it('is the one kept in media', () => {
    assert.equal(readFileSync(new URL('icon.svg', media), 'utf8'), productIconSvg());
  });

  it('is kept as a PNG of 256 by 256 under 60 kB', () => {
    const png = readFileSync(new URL('icon.png', media));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
    assert.ok(png.length < 60_000);
  });
});
