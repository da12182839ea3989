import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayOfIso, isoOfDay } from '../../../../../../src/calendar/isoDay.ts';
import { rankedBars, timeBars } from '../../../../../../src/surfaces/panel/webview/model/usageBars.ts';
import { figures } from '../../../../../support/usage/figures.ts';

const range = (since: string, until: string) => ({ since, until, zone: 'UTC' });
const row = (key: string | null, input: number) => ({ ...figures({ input }), key });

describe('bars of time', () => {
  it('stand for every day, also for those on which nothing was used', () => {
    const rows = [row('2026-03-01', 5), row('2026-03-03', 7)];
    const { unit, bars } = timeBars({ range: range('2026-03-01', '2026-03-04'), by: 'day', rows }, 100);
    assert.equal(unit, 'day');
    assert.deepEqual(
      bars.map(({ of, parts: [input] }) => [of.key, input]),
      [
        ['2026-03-01', 5],
        ['2026-03-02', 0],
        ['2026-03-03', 7],
        ['2026-03-04', 0],
      ],
    );
  });

  it('are weeks or months where days have no room, and lose nothing of them', () => {
    const days = Array.from({ length: 200 }, (_, index) => isoOfDay(dayOfIso('2025-12-20')! + index));
    const rows = days.map((key, index) => row(key, index));
    const shown = (fitting: number) =>
      timeBars({ range: range(days[0]!, days.at(-1)!), by: 'day', rows }, fitting);
    assert.deepEqual(
      [300, 40, 10].map((fitting) => shown(fitting).unit),
      ['day', 'week', 'month'],
    );
    for (const fitting of [300, 40, 10]) {
      const { unit, bars } = shown(fitting);
      const sum = bars.reduce((all, { parts }) => all + parts[0]!, 0);
      assert.equal(sum, (199 * 200) / 2, unit);
      assert.ok(bars.every(({ of }) => of.by === unit));
      assert.equal(new Set(bars.map(({ of }) => of.key)).size, bars.length);
    }
    assert.equal(shown(40).bars[2]!.of.key, '2026-W01');
  });

  it('are the last, where not even months have room', () => {
    const { bars } = timeBars({ range: range('1990-01-01', '2026-03-10'), by: 'month', rows: [] }, 12);
    assert.deepEqual([bars.length, bars.at(-1)!.of.key], [12, '2026-03']);
  });
});

describe('ranked bars', () => {
  it('are the first rows with tokens; the others are told together', () => {
    const rows = [row('a', 9), row(null, 8), row('c', 7), row('d', 6), row('idle', 0)];
    const { bars, others } = rankedBars({ by: 'provider', rows }, 2);
    assert.deepEqual(
      bars.map(({ of, row: place }) => [of, place]),
      [
        [{ by: 'provider', key: 'a' }, 0],
        [{ by: 'provider', key: null }, 1],
      ],
    );
    assert.deepEqual(others, { rows: 2, total: 13 });
    assert.deepEqual(rankedBars({ by: 'model', rows }, 12).others, { rows: 0, total: 0 });
  });
});
