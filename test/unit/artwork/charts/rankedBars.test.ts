import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chartSvg } from '../../../../src/artwork/charts/chart.ts';
import { PICTURE_INK } from '../../../../src/artwork/charts/ink.ts';
import { ROW_HEIGHT, rankedPlot, rankedShapes } from '../../../../src/artwork/charts/rankedBars.ts';
import { assertWellFormed } from '../wellFormedXml.ts';

const anyBars = fc.array(
  fc.record({
    words: fc.constantFrom('hermes-4', 'a <b>model</b> & more', '模型', 'x'.repeat(300)),
    parts: fc.array(fc.nat(5_000_000), { minLength: 4, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 20 },
);

describe('bars below each other', () => {
  it('are as wide as their sums are, the greatest as wide as there is room, part beside part', () => {
    fc.assert(
      fc.property(anyBars, fc.integer({ min: 240, max: 1400 }), (bars, width) => {
        const plot = rankedPlot(bars, width, String);
        const most = Math.max(...plot.bars.map(({ total }) => total));
        for (const [index, { total, parts, y }] of plot.bars.entries()) {
          assert.equal(
            total,
            bars[index]!.parts.reduce((sum, part) => sum + part, 0),
          );
          assert.equal(y, index * ROW_HEIGHT);
          let end = 0;
          for (const part of parts) {
            assert.ok(Math.abs(part.x - end) < 1e-6, 'a part stands apart');
            end = part.x + part.width;
          }
          if (most > 0) assert.ok(Math.abs(end - (total / most) * width) < 1e-6);
          assert.ok(end <= width + 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are drawn as well-formed SVG, whatever they are called, and a long name leaves the figure its room', () => {
    fc.assert(
      fc.property(anyBars, fc.integer({ min: 240, max: 1400 }), (bars, width) => {
        const plot = rankedPlot(bars, width, String);
        assertWellFormed(
          chartSvg(plot.size, { name: 'Tokens', description: 'by model' }, rankedShapes(plot, PICTURE_INK)),
        );
        for (const { words } of plot.bars) assert.ok(words.length < 280);
      }),
      { numRuns: 60 },
    );
  });
});
