import type { ListingOrder, Ranked } from './ranking.ts';

/**
 * Who brought what first: for figures that count different names (models, providers), each name is one session's
 * contribution, namely of the earliest that has it.
 */
export class Newcomers<Item> {
  readonly #order: ListingOrder<Item>;
  readonly #namesOf: (item: Item) => Iterable<string>;
  readonly #all: () => Iterable<Item>;
  readonly #uses = new Map<string, NameUse<Item>>();

  /**
   * @param order the listing's, latest first
   * @param all that were added and not removed; asked for where the earliest of a name has left
   */
  constructor(
    order: ListingOrder<Item>,
    namesOf: (item: Item) => Iterable<string>,
    all: () => Iterable<Item>,
  ) {
    this.#order = order;
    this.#namesOf = namesOf;
    this.#all = all;
  }

  add(item: Item): void {
    for (const name of this.#namesOf(item)) {
      const use = this.#uses.get(name);
      if (!use) {
        this.#uses.set(name, { items: 1, earliest: item });
        continue;
      }
      use.items++;
      if (use.earliest !== undefined) use.earliest = this.#earlier(use.earliest, item);
    }
  }

  remove(item: Item): void {
    for (const name of this.#namesOf(item)) {
      const use = this.#uses.get(name);
      if (!use) continue;
      use.items--;
      if (use.items === 0) this.#uses.delete(name);
      else if (use.earliest === item) use.earliest = undefined;
    }
  }

  /** The items that brought most names, and of those that brought as many the latest first. */
  first(count: number): Ranked<Item>[] {
    this.#findEarliest();
    const brought = new Map<Item, number>();
    for (const { earliest } of this.#uses.values()) {
      if (earliest !== undefined) brought.set(earliest, (brought.get(earliest) ?? 0) + 1);
    }
    return [...brought]
      .map(([item, value]) => ({ item, value }))
      .sort((a, b) => b.value - a.value || this.#order(a.item, b.item))
      .slice(0, count);
  }

  #findEarliest(): void {
    const open = new Map([...this.#uses].filter(([, { earliest }]) => earliest === undefined));
    if (open.size === 0) return;
    for (const item of this.#all())
      for (const name of this.#namesOf(item)) {
        const use = open.get(name);
        if (use) use.earliest = use.earliest === undefined ? item : this.#earlier(use.earliest, item);
      }
  }

  /** Of two that stand in one place the one that came last: it is the other one as it is now. */
  #earlier(known: Item, item: Item): Item {
    return this.#order(known, item) > 0 ? known : item;
  }
}

interface NameUse<Item> {
  /** How many have the name. */
  items: number;
  /** Found when asked for, after the one that was has left. */
  earliest: Item | undefined;
}
