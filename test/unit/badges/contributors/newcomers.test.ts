import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Newcomers } from '../../../../src/badges/contributors/newcomers.ts';

interface Item {
  readonly began: number;
  readonly names: string[];
}

const latestFirst = (a: Item, b: Item) => b.began - a.began;

/** @param items added, and asked for: who removes one takes it out of them */
function newcomersOf(items: Item[]): Newcomers<Item> {
  const newcomers = new Newcomers<Item>(
    latestFirst,
    ({ names }) => names,
    () => items,
  );
  for (const item of items) newcomers.add(item);
  return newcomers;
}

const first = (newcomers: Newcomers<Item>, count = 5) =>
  newcomers.first(count).map(({ item, value }) => [item.began, value]);

describe('newcomers', () => {
  it('credits a name to the earliest that has it, whatever the order of adding', () => {
    const items = [
      { began: 2, names: ['opus'] },
      { began: 1, names: ['opus'] },
      { began: 3, names: ['opus'] },
    ];
    assert.deepEqual(first(newcomersOf(items)), [[1, 1]]);
  });

  it('names the latest newcomer first', () => {
    const items = [
      { began: 1, names: ['opus'] },
      { began: 2, names: ['qwen'] },
    ];
    assert.deepEqual(first(newcomersOf(items)), [
      [2, 1],
      [1, 1],
    ]);
  });

  it('puts first who brought most names', () => {
    const items = [
      { began: 1, names: ['opus', 'sonnet'] },
      { began: 2, names: ['qwen', 'opus'] },
    ];
    assert.deepEqual(first(newcomersOf(items)), [
      [1, 2],
      [2, 1],
    ]);
  });

  it('credits the next earliest when the first one is gone', () => {
    const gone = { began: 1, names: ['opus'] };
    const items = [{ began: 3, names: ['opus'] }, { began: 2, names: ['opus'] }, gone];
    const newcomers = newcomersOf(items);
    items.pop();
    newcomers.remove(gone);
    assert.deepEqual(first(newcomers), [[2, 1]]);
  });

  it('forgets a name with the last that had it', () => {
    const items = [{ began: 1, names: ['opus'] }];
    const newcomers = newcomersOf(items);
    newcomers.remove(items.pop()!);
    assert.deepEqual(first(newcomers), []);
  });

  it('credits the earliest as it is now, without looking at the others', () => {
    const before = { began: 1, names: ['opus'] };
    const now = { began: 1, names: ['opus', 'sonnet'] };
    const newcomers = new Newcomers<Item>(
      latestFirst,
      ({ names }) => names,
      () => assert.fail('all were looked at'),
    );
    newcomers.add(before);
    newcomers.add({ began: 2, names: ['opus'] });
    newcomers.add(now);
    newcomers.remove(before);
    assert.deepEqual(newcomers.first(1), [{ item: now, value: 2 }]);
  });

  it('credits as many names as there are, after any adds and removals', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
    const step = fc.record({ began: fc.nat(12), names, add: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const items = new Map<number, Item>();
        const newcomers = new Newcomers<Item>(
          latestFirst,
          ({ names }) => names,
          () => items.values(),
        );
        for (const { began, names, add } of steps) {
          const old = items.get(began);
          items.delete(began);
          if (add) items.set(began, { began, names });
          if (add) newcomers.add(items.get(began)!);
          if (old) newcomers.remove(old);
          assert.deepEqual(newcomers.first(20), newcomersOf([...items.values()]).first(20));
          assert.equal(
            newcomers.first(20).reduce((sum, { value }) => sum + value, 0),
            new Set([...items.values()].flatMap((item) => item.names)).size,
          );
        }
      }),
    );
  });
});
