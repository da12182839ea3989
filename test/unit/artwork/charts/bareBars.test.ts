import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bareBars } from '../../../../src/artwork/charts/bareBars.ts';
import { assertWellFormed } from '../wellFormedXml.ts';

const BOX = { x: 100, y: 50, width: 200, height: 40 };
const drawn = (values: readonly number[]): string => bareBars(values, BOX, { bar: 'gold', line: 'grey' });
const attribute = (svg: string, name: string): number[] =>
  [...svg.matchAll(new RegExp(`<rect[^>]* ${name}="([^"]*)"`, 'g'))].map(([, value]) => Number(value));

describe('bars without words', () => {
  it('stand on a line, as high as their values are to the greatest', () => {
    const svg = drawn([10, 0, 5]);
    assert.deepEqual(attribute(svg, 'height'), [40, 20]);
    assert.deepEqual(attribute(svg, 'y'), [50, 70]);
    assert.match(svg, /<path d="M100 90H300" stroke="grey"\/>/);
    assertWellFormed(`<svg>${svg}</svg>`);
  });

  it('stay within their box and apart from each other', () => {
    const svg = drawn(Array.from({ length: 62 }, (_, index) => index + 1));
    const [lefts, widths] = [attribute(svg, 'x'), attribute(svg, 'width')];
    assert.equal(lefts[0], BOX.x);
    for (const [index, left] of lefts.entries())
      assert.ok(left + widths[index]! < (lefts[index + 1] ?? BOX.x + BOX.width + 0.1));
  });

  it('are the line alone where there is nothing', () => {
    assert.deepEqual(attribute(drawn([0, 0]), 'height'), []);
  });
});
