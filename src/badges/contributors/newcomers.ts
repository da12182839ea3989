import type { ListingOrder, Ranked } from './ranking.ts';

/**
 * Who brought what first: for figures that count different names (models, providers), each name is one session's
 * contribution, namely of the earliest that has it.
 */
export class Newcomers<Item> {
  readonly #order: ListingOrder<Item>;
  readonly #users = new Map<string, NameUse<Item>>();

  /** @param order the listing's, latest first */
  constructor(order: ListingOrder<Item>) {
    this.#order = order;
  }

  add(item: Item, names: Iterable<string>): void {
    for (const name of names) {
      const use = this.#users.get(name) ?? { items: new Set(), earliest: undefined };
      this.#users.set(name, use);
      if (use.items.size === 0) use.earliest = item;
      else if (use.earliest !== undefined) use.earliest = this.#earlier(use.earliest, item);
      use.items.add(item);
    }
  }

  remove(item: Item, names: Iterable<string>): void {
    for (const name of names) {
      const use = this.#users.get(name);
      use?.items.delete(item);
      if (use?.items.size === 0) this.#users.delete(name);
      else if (use?.earliest === item) use.earliest = undefined;
    }
  }

  /** The items that brought most names, and of those that brought as many the latest first. */
  first(count: number): Ranked<Item>[] {
    const brought = new Map<Item, number>();
    for (const use of this.#users.values()) {
      use.earliest ??= this.#earliestOf(use.items);
      brought.set(use.earliest, (brought.get(use.earliest) ?? 0) + 1);
    }
    return [...brought]
      .map(([item, value]) => ({ item, value }))
      .sort((a, b) => b.value - a.value || this.#order(a.item, b.item))
      .slice(0, count);
  }

  #earliestOf(items: Iterable<Item>): Item {
    let earliest: Item | undefined;
    for (const item of items) earliest = earliest === undefined ? item : this.#earlier(earliest, item);
    return earliest!;
  }

  #earlier(a: Item, b: Item): Item {
    return this.#order(a, b) > 0 ? a : b;
  }
}

interface NameUse<Item> {
  readonly items: Set<Item>;
  /** Found when asked for, after the one that was has left. */
  earliest: Item | undefined;
}
