import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Ranking } from '../../../../src/badges/contributors/ranking.ts';

interface Item {
  readonly name: string;
  readonly value: number;
}

const byName = (a: Item, b: Item) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const item = (name: string, value: number): Item => ({ name, value });
const names = (ranking: Ranking<Item>, count: number) =>
  ranking.first(count)?.map((ranked) => ranked.item.name);

function rankingOf(capacity: number, items: Item[]): Ranking<Item> {
  const ranking = new Ranking<Item>(byName, capacity);
  for (const each of items) ranking.add(each, each.value);
  return ranking;
}

describe('a ranking', () => {
  it('gives the highest values first', () => {
    assert.deepEqual(names(rankingOf(4, [item('a', 1), item('b', 3), item('c', 2)]), 2), ['b', 'c']);
  });

  it('puts equal values in listing order, whichever came first', () => {
    assert.deepEqual(names(rankingOf(4, [item('b', 2), item('a', 2)]), 2), ['a', 'b']);
  });

  it('does not name what contributed nothing', () => {
    assert.deepEqual(names(rankingOf(4, [item('a', 0), item('b', 1)]), 2), ['b']);
  });

  it('gives fewer than asked for when there are no more', () => {
    assert.deepEqual(names(rankingOf(4, [item('a', 1)]), 3), ['a']);
  });

  it('says that it does not know once too many have left of those it held', () => {
    const items = [item('a', 5), item('b', 4), item('c', 3)];
    const ranking = rankingOf(2, items);
    ranking.remove(items[0]!);
    assert.equal(ranking.first(2), undefined);
    assert.deepEqual(names(ranking, 1), ['b']);
  });

  it('knows again after it was refilled', () => {
    const [a, b, c] = [item('a', 5), item('b', 4), item('c', 3)];
    const ranking = rankingOf(2, [a, b, c]);
    ranking.remove(a);
    ranking.refill([b, c], (each) => each.value);
    assert.deepEqual(names(ranking, 2), ['b', 'c']);
  });

  it('does not lose its last place when that item comes back a little higher', () => {
    const [a, b, c] = [item('a', 5), item('b', 4), item('c', 3)];
    const ranking = rankingOf(2, [a, b, c]);
    ranking.remove(b);
    ranking.add(item('b', 4.5), 4.5);
    assert.deepEqual(names(ranking, 2), ['a', 'b']);
  });

  it('is as good as sorting everything, after any adds and removals', () => {
    const step = fc.record({ key: fc.nat(30), value: fc.nat(6), add: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const ranking = new Ranking<Item>(byName, 5);
        const items = new Map<number, Item>();
        for (const { key, value, add } of steps) {
          const old = items.get(key);
          if (old) ranking.remove(old);
          items.delete(key);
          if (add) {
            const fresh = item(String.fromCharCode(65 + key), value);
            items.set(key, fresh);
            ranking.add(fresh, value);
          }
          const wanted = [...items.values()]
            .filter((each) => each.value > 0)
            .sort((a, b) => b.value - a.value || byName(a, b));
          if (ranking.first(3) === undefined) ranking.refill(items.values(), (each) => each.value);
          assert.deepEqual(
            ranking.first(3)?.map((ranked) => ranked.item),
            wanted.slice(0, 3),
          );
        }
      }),
    );
  });
});
