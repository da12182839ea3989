import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Newcomers } from '../../../../src/badges/contributors/newcomers.ts';

interface Item {
  readonly began: number;
  readonly names: string[];
}

const latestFirst = (a: Item, b: Item) => b.began - a.began;

function newcomersOf(items: Item[]): Newcomers<Item> {
  const newcomers = new Newcomers<Item>(latestFirst);
  for (const item of items) newcomers.add(item, item.names);
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
    const newcomers = newcomersOf([{ began: 3, names: ['opus'] }, gone, { began: 2, names: ['opus'] }]);
    newcomers.remove(gone, gone.names);
    assert.deepEqual(first(newcomers), [[2, 1]]);
  });

  it('forgets a name with the last that had it', () => {
    const only = { began: 1, names: ['opus'] };
    const newcomers = newcomersOf([only]);
    newcomers.remove(only, only.names);
    assert.deepEqual(first(newcomers), []);
  });

  it('credits as many names as there are, after any adds and removals', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
    const step = fc.record({ began: fc.nat(12), names, add: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const newcomers = new Newcomers<Item>(latestFirst);
        const items = new Map<number, Item>();
        for (const { began, names, add } of steps) {
          const old = items.get(began);
          if (old) newcomers.remove(old, old.names);
          items.delete(began);
          if (add) {
            items.set(began, { began, names });
            newcomers.add(items.get(began)!, names);
          }
          const credited = newcomers.first(20);
          assert.equal(
            credited.reduce((sum, { value }) => sum + value, 0),
            new Set([...items.values()].flatMap((item) => item.names)).size,
          );
        }
      }),
    );
  });
});
