import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Bar, barsPlot, barsShapes, barsTable } from '../../../../src/artwork/charts/bars.ts';
import { chartSvg } from '../../../../src/artwork/charts/chart.ts';
import { PICTURE_INK } from '../../../../src/artwork/charts/ink.ts';
import { assertWellFormed } from '../wellFormedXml.ts';

const SIZE = { width: 400, height: 160 };
const anyBars = fc.array(
  fc.record({
    words: fc.constantFrom('Mon', 'Tuesday', '12'),
    parts: fc.array(fc.nat(5000), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('stacked bars', () => {
  it('add up: parts stand on each other, and the whole is as high as the sum is', () => {
    fc.assert(
      fc.property(anyBars, fc.integer({ min: 260, max: 1400 }), (bars, width) => {
        const plot = barsPlot(bars, { ...SIZE, width }, String);
        const most = Math.max(...plot.bars.map(({ total }) => total));
        const tallest = Math.max(...plot.bars.map(heightOf));
        for (const [index, bar] of plot.bars.entries()) {
          assert.equal(
            bar.total,
            bars[index]!.parts.reduce((sum, part) => sum + part, 0),
          );
          if (most > 0) assert.ok(Math.abs(heightOf(bar) - (bar.total / most) * tallest) < 1e-6);
          let floor = plot.area.bottom;
          for (const part of bar.parts) {
            assert.ok(Math.abs(part.y + part.height - floor) < 1e-6, 'a part hangs in the air');
            floor = part.y;
          }
          assert.ok(floor >= plot.area.top - 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stand beside each other inside the plot, and so do the ticks', () => {
    fc.assert(
      fc.property(anyBars, fc.integer({ min: 260, max: 1400 }), (bars, width) => {
        const { area, bars: drawn, valueTicks } = barsPlot(bars, { ...SIZE, width }, String);
        let free = area.left;
        for (const bar of drawn) {
          assert.ok(bar.x >= free - 1e-6);
          free = bar.x + bar.width;
        }
        assert.ok(free <= area.right + 1e-6 && area.right <= width);
        for (const { at } of valueTicks) assert.ok(at >= area.top - 1e-6 && at <= area.bottom + 1e-6);
        assert.ok(
          valueTicks.every(({ words }) => /^\d+$/.test(words)),
          'nobody counts in fractions',
        );
      }),
      { numRuns: 200 },
    );
  });

  it('leave out words that have no room, and no bar', () => {
    const hours: Bar[] = Array.from({ length: 24 }, (_, hour) => ({ words: `${hour}:00`, parts: [hour] }));
    const plot = barsPlot(hours, { width: 280, height: 140 }, String);
    const svg = chartSvg(
      { width: 280, height: 140 },
      { name: 'n', description: 'd' },
      barsShapes(plot, PICTURE_INK),
    );
    assertWellFormed(svg);
    assert.equal(plot.bars.length, 24);
    const named = [...svg.matchAll(/text-anchor="middle"[^>]*>(\d+:00)</g)].map(([, words]) => words);
    assert.ok(named.length > 3 && named.length < 12, `${named}`);
    assert.equal(named[0], '0:00');
    assert.equal(svg.match(/<rect /g)!.length, 23);
  });

  it('have words under every so many-th of them, however long each word is', () => {
    const weeks: Bar[] = Array.from({ length: 52 }, (_, week) => ({
      words: week % 3 === 0 ? `Week ${week}` : `the ${week}th`,
      parts: [week],
    }));
    for (const width of [320, 620, 900, 1600]) {
      const shapes = barsShapes(barsPlot(weeks, { width, height: 140 }, String), PICTURE_INK);
      const named = [...shapes.matchAll(/text-anchor="middle"[^>]*>\D+(\d+)(?:th)?</g)].map(([, week]) =>
        Number(week),
      );
      const [first, second] = named as [number, number];
      assert.ok(named.length > 3, `${width}: ${named}`);
      assert.deepEqual(
        named,
        named.map((_, place) => first + place * (second - first)),
        `${width} wide`,
      );
    }
  });

  it('are drawn in the colour of each part', () => {
    const shapes = barsShapes(barsPlot([{ words: '', parts: [2, 0, 3] }], SIZE, String), PICTURE_INK);
    const colours = [...shapes.matchAll(/<rect [^>]*fill="([^"]*)"/g)].map(([, colour]) => colour);
    assert.deepEqual(colours, [PICTURE_INK.series[0], PICTURE_INK.series[2]]);
  });

  it('have a row each, with the sum where there are several parts', () => {
    const names = { caption: 'Tokens', columns: ['Day', 'In', 'Out', 'All'] };
    assert.deepEqual(barsTable([{ words: 'Mon', parts: [2, 5] }], names, String).rows, [
      ['Mon', '2', '5', '7'],
    ]);
    assert.deepEqual(barsTable([{ words: 'Mon', parts: [2] }], names, String).rows, [['Mon', '2']]);
  });
});

function heightOf({ parts }: { readonly parts: readonly { readonly height: number }[] }): number {
  return parts.reduce((sum, { height }) => sum + height, 0);
}
