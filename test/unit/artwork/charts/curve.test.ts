import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chartSvg } from '../../../../src/artwork/charts/chart.ts';
import {
  type CurveFigures,
  curvePlot,
  curveShapes,
  curveTable,
  readingAt,
} from '../../../../src/artwork/charts/curve.ts';
import { PICTURE_INK } from '../../../../src/artwork/charts/ink.ts';
import { assertSelfContained, assertWellFormed } from '../wellFormedXml.ts';

const SIZE = { width: 600, height: 240 };
const WORDS = { figure: String, day: (day: number) => `day ${day}` };
const lines = (...values: number[]): CurveFigures['thresholds'] =>
  values.map((value) => ({ value, words: `line ${value}`, colour: '#123456' }));
const FIGURES: CurveFigures = {
  points: [
    { day: 20_000, value: 3 },
    { day: 20_010, value: 12 },
    { day: 20_100, value: 80 },
  ],
  until: 20_200,
  thresholds: lines(10, 50, 100, 1000),
};

describe('the curve of a figure over days', () => {
  const plot = curvePlot(FIGURES, SIZE, WORDS);

  it('draws every tier reached and the next one, each line at its value', () => {
    assert.deepEqual(
      plot.thresholds.map(({ value }) => value),
      [10, 50, 100],
    );
    const { top, bottom } = plot.area;
    for (const { value, y } of plot.thresholds) {
      assert.ok(Math.abs(y - (bottom - (value / 100) * (bottom - top))) < 1e-9, `${value} at ${y}`);
    }
  });

  it('crosses a line on the day on which the figure came to it, not before', () => {
    const line = plot.thresholds.find(({ value }) => value === 50)!;
    const above = plot.readings.filter(({ y }) => y <= line.y).map(({ day }) => day);
    assert.deepEqual(above, [20_100, 20_200]);
  });

  it('goes on to the last day at the value it had', () => {
    const [before, last] = plot.readings.slice(-2);
    assert.deepEqual([last!.day, last!.value, last!.y], [20_200, 80, before!.y]);
    assert.ok(Math.abs(last!.x - plot.area.right) < 1e-9);
  });

  it('keeps a value until the day of the next point: it is drawn in steps', () => {
    const path = /<path d="(M[^"]*)" fill="none" stroke="#f2c744"/.exec(curveShapes(plot, PICTURE_INK))![1]!;
    assert.match(path, /^M[\d.]+ [\d.]+V[\d.]+(H[\d.]+V[\d.]+){3}$/);
    assert.doesNotMatch(path, /L/);
  });

  it('reads the figure of the day at any place across it', () => {
    const { readings } = plot;
    const between = (readings[1]!.x + readings[2]!.x) / 2;
    assert.deepEqual(
      [readings[0]!.x - 50, readings[1]!.x, between, readings[2]!.x, 10_000].map((x) => {
        const { day, value } = readingAt(plot, x);
        return [day, value];
      }),
      [
        [20_000, 3],
        [20_010, 12],
        [20_055, 12],
        [20_100, 80],
        [20_200, 80],
      ],
    );
  });

  it('keeps ticks in the plot and words apart, whatever the figures and the width', () => {
    const point = fc.record({
      day: fc.integer({ min: 0, max: 30_000 }),
      value: fc.integer({ min: 0, max: 1e7 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { selector: ({ day }) => day, maxLength: 60 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 1e7 }), { maxLength: 5 }),
        fc.integer({ min: 260, max: 1400 }),
        (points, thresholds, width) => {
          const figures = {
            points: points.toSorted((a, b) => a.day - b.day),
            until: 30_001,
            thresholds: lines(...thresholds.toSorted((a, b) => a - b)),
          };
          const { area, valueTicks, dayTicks, ...drawn } = curvePlot(figures, { width, height: 200 }, WORDS);
          assert.ok(area.left > 0 && area.left < area.right && area.right < width);
          for (const { at } of valueTicks) assert.ok(at >= area.top - 1e-6 && at <= area.bottom + 1e-6);
          for (const { at } of dayTicks) assert.ok(at >= area.left - 1e-6 && at <= area.right + 1e-6);
          const words = drawn.thresholds.map(({ wordsY }) => wordsY).toSorted((a, b) => a - b);
          for (const [index, y] of words.entries()) {
            assert.ok(y >= 0 && y <= area.bottom + 1e-6, `${y}`);
            if (index > 0) assert.ok(y - words[index - 1]! >= 13, 'words lie over each other');
          }
          for (const { x, y } of drawn.readings) {
            assert.ok(x >= area.left - 1e-6 && x <= area.right + 1e-6);
            assert.ok(Number.isFinite(y) && y <= area.bottom + 1e-6);
          }
        },
      ),
      // Three lines right below the top once pushed the words of the first out of the picture.
      { numRuns: 200, examples: [[[{ day: 0, value: 34 }], [33, 34, 35], 260]] },
    );
  });

  it('is a drawing with a name and a sentence, and nothing from elsewhere', () => {
    const named = { name: 'Calls <over> time', description: 'It rose to 80.' };
    const svg = chartSvg(SIZE, named, curveShapes(plot, PICTURE_INK));
    const elements = assertWellFormed(svg);
    assertSelfContained(elements);
    assert.match(svg, /aria-label="Calls &lt;over&gt; time"/);
    assert.match(svg, /<desc>It rose to 80\.<\/desc>/);
  });

  it('has a row for each day on which the figure changed', () => {
    const names = { caption: 'Calls', columns: ['Day', 'Calls'] };
    assert.deepEqual(curveTable(FIGURES, names, WORDS).rows, [
      ['day 20000', '3'],
      ['day 20010', '12'],
      ['day 20100', '80'],
    ]);
  });
});
