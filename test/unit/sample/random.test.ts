import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../../src/sample/random.ts';

const draw = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);

describe('Random', () => {
  it('repeats itself for the same seed', () => {
    const [a, b] = [new Random('seed'), new Random('seed')];
    assert.deepEqual(
      draw(100, () => a.next()),
      draw(100, () => b.next()),
    );
  });

  it('differs for another seed', () => {
    const [a, b] = [new Random('1'), new Random('2')];
    assert.notDeepEqual(
      draw(3, () => a.next()),
      draw(3, () => b.next()),
    );
  });

  it('draws every whole number of a range and none beside it', () => {
    const random = new Random('range');
    assert.deepEqual([...new Set(draw(500, () => random.int(3, 6)))].sort(), [3, 4, 5, 6]);
  });

  it('draws in proportion to weights', () => {
    const random = new Random('weights');
    const heavy = draw(4000, () =>
      random.weighted([
        ['heavy', 3],
        ['light', 1],
      ]),
    ).filter((it) => it === 'heavy');
    assert.ok(Math.abs(heavy.length - 3000) < 150, `${heavy.length}`);
  });

  it('never draws what has no weight', () => {
    const random = new Random('none');
    assert.ok(
      draw(1000, () =>
        random.weighted([
          ['never', 0],
          ['always', 1],
        ]),
      ).every((it) => it === 'always'),
    );
  });

  it('draws half of the long-tailed numbers below their median', () => {
    const random = new Random('tail');
    const below = draw(4000, () => random.logNormal(100, 1)).filter((it) => it < 100);
    assert.ok(Math.abs(below.length - 2000) < 150, `${below.length}`);
  });

  it('gives as many hexadecimal digits as asked for', () => {
    assert.match(new Random('hex').hex(17), /^[0-9a-f]{17}$/);
  });
});
