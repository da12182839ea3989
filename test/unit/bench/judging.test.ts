import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judged } from '../../../bench/support/figure.ts';
import { printLine, printSpeed } from '../../../bench/support/report.ts';
import { atMeantSpeed } from '../../../bench/support/speed.ts';

/** A bare read took four times as long as it is meant to. */
const SLOWNESS = 4;

describe('a figure that was measured on a slow machine', () => {
  it('is judged, where it is a time, as if the machine had the speed that targets are meant for', () => {
    assert.equal(atMeantSpeed({ value: 100, unit: 'ms' }, SLOWNESS), 25);
    assert.equal(atMeantSpeed({ value: 50, unit: 'MB/s' }, SLOWNESS), 200);
  });

  it('is judged as it is where the speed of the machine makes no difference', () => {
    for (const unit of ['x', '%', 'MB'] as const)
      assert.equal(atMeantSpeed({ value: 1.5, unit }, SLOWNESS), 1.5);
  });

  it('is printed as measured and as judged', () => {
    const line = { figure: 'a page', value: 100, unit: 'ms', target: { most: 60 }, of: 'once' } as const;
    assert.match(printLine(judged(line, 25)), /^a page +100 ms +25\.0 ms +<= 60 ms +met +once$/);
  });

  it('is said to be missed, with what bounds it, only where it is missed at that speed too', () => {
    const line = { figure: 'text', value: 40, unit: 'MB/s', target: { least: 200 }, of: 'once' } as const;
    assert.match(
      printLine(judged({ ...line, bound: 'the disk' }, 160)),
      /MISSED +once\n +bounded by: the disk$/,
    );
    assert.doesNotMatch(printLine(judged({ ...line, bound: 'the disk' }, 200)), /disk/);
  });

  it('without a target is told and not judged', () => {
    const told = judged({ figure: 'bare read', value: 4000, unit: 'ms', of: 'once' }, 1000);
    assert.equal(told.met, null);
    assert.match(printLine(told), /^bare read +4000 ms +1000 ms +once$/);
  });

  it('stands above the speeds that the machine had', () => {
    assert.match(
      printSpeed({ least: 3900, most: 4100, meant: 1000 }),
      /took 1000 ms.*it took 3900 to 4100 ms/,
    );
  });
});
