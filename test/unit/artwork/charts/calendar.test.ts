import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  calendarPlot,
  calendarShapes,
  calendarTable,
  cellAt,
} from '../../../../src/artwork/charts/calendar.ts';
import { chartSvg } from '../../../../src/artwork/charts/chart.ts';
import { PICTURE_INK } from '../../../../src/artwork/charts/ink.ts';
import { dayOfIso, isoOfDay, weekdayOf } from '../../../../src/calendar/isoDay.ts';
import { assertWellFormed } from '../wellFormedXml.ts';

const WORDS = {
  month: (day: number) => isoOfDay(day).slice(5, 7),
  weekday: (weekday: number) => 'Mo Tu We Th Fr Sa Su'.split(' ')[weekday]!,
};
const year = (name: number, values: [string, number][] = []) => ({
  since: dayOfIso(`${name}-01-01`)!,
  until: dayOfIso(`${name}-12-31`)!,
  values: new Map(values.map(([day, value]) => [dayOfIso(day)!, value])),
});

describe('the calendar of a year', () => {
  it('is 53 weeks of seven days, Monday on top', () => {
    const { cells } = calendarPlot(year(2026), 900, WORDS);
    assert.equal(cells.length, 365);
    const columns = [...new Set(cells.map(({ x }) => x))];
    const rows = [...new Set(cells.map(({ y }) => y))].sort((a, b) => a - b);
    assert.deepEqual([columns.length, rows.length], [53, 7]);
    for (const { day, y } of cells) assert.equal(rows.indexOf(y), weekdayOf(day));
  });

  it('has every day once, within its width, whatever the year and the room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2100 }),
        fc.integer({ min: 250, max: 1600 }),
        (name, width) => {
          const plot = calendarPlot(year(name), width, WORDS);
          assert.equal(new Set(plot.cells.map(({ x, y }) => `${x} ${y}`)).size, plot.cells.length);
          assert.ok(plot.width <= width, `${plot.width} of ${width}`);
          for (const { x, y } of plot.cells) {
            assert.ok(x + plot.side <= plot.width + 1e-6 && y + plot.side <= plot.height + 1e-6);
          }
          assert.ok(plot.side >= 10);
          const months = new Set(plot.words.map(({ words }) => words).filter((words) => /^\d/.test(words)));
          assert.ok(months.size >= 11, `${[...months]}`);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('goes on below where a window is narrow', () => {
    const wide = calendarPlot(year(2026), 900, WORDS);
    const narrow = calendarPlot(year(2026), 280, WORDS);
    assert.ok(narrow.height > 2 * wide.height * (narrow.side / wide.side));
    const columns = new Set(narrow.cells.map(({ x }) => x)).size;
    assert.ok(columns < 27);
  });

  it('shows more in a darker step, and nothing in the first', () => {
    const days = Array.from(
      { length: 40 },
      (_, index) => [isoOfDay(20_454 + index), index] as [string, number],
    );
    days.push(['2026-06-01', 1_000_000]);
    const { cells } = calendarPlot(year(2026, days), 900, WORDS);
    const busy = cells.filter(({ value }) => value > 0).toSorted((a, b) => a.value - b.value);
    for (const [index, { step }] of busy.entries()) assert.ok(index === 0 || step >= busy[index - 1]!.step);
    assert.deepEqual([...new Set(cells.map(({ step }) => step))].sort(), [0, 1, 2, 3, 4]);
    assert.ok(cells.every(({ value, step }) => (value === 0) === (step === 0)));
    const inMiddle = busy.filter(({ step }) => step === 2).length;
    assert.ok(inMiddle >= 8, 'one day of excess leaves the others their steps');
  });

  it('finds the day at every place on it, and none beside it', () => {
    const plot = calendarPlot(year(2026), 700, WORDS);
    for (const { day, x, y } of plot.cells) {
      assert.equal(cellAt(plot, x + plot.side / 2, y + plot.side / 2)?.day, day);
    }
    assert.equal(cellAt(plot, 2, 2), undefined);
    assert.equal(cellAt(plot, plot.width + 20, 40), undefined);
  });

  it('is drawn with a rectangle a day, in the colour of its step', () => {
    const plot = calendarPlot(year(2026, [['2026-03-03', 5]]), 700, WORDS);
    const svg = chartSvg(plot, { name: '2026', description: 'One day.' }, calendarShapes(plot, PICTURE_INK));
    assertWellFormed(svg);
    const colours = [...svg.matchAll(/<rect [^>]*fill="([^"]*)"/g)].map(([, colour]) => colour);
    assert.equal(colours.length, 365);
    assert.equal(colours.filter((colour) => colour !== PICTURE_INK.steps[0]).length, 1);
  });

  it('is drawn within its width and height, with the strokes around its days', () => {
    const plot = calendarPlot(year(2026, []), 700, WORDS);
    const rects = calendarShapes(plot, PICTURE_INK).matchAll(/<rect x="([^"]*)" y="([^"]*)" width="(\d+)"/g);
    const ends = [...rects].map(([, x, y, side]) =>
      [Number(x), Number(y)].map((at) => at + Number(side) + 0.5),
    );
    assert.equal(Math.max(...ends.map(([right]) => right!)), plot.width);
    assert.ok(Math.max(...ends.map(([, bottom]) => bottom!)) <= plot.height);
  });

  it('has a row for each day with anything, in their order', () => {
    const figures = year(2026, [
      ['2026-03-03', 5],
      ['2026-03-04', 0],
      ['2026-01-02', 7],
    ]);
    const words = { day: isoOfDay, figure: String };
    assert.deepEqual(calendarTable(figures, { caption: '', columns: [] }, words).rows, [
      ['2026-01-02', '7'],
      ['2026-03-03', '5'],
    ]);
  });
});
