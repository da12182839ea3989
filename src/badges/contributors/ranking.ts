/** A session as it is ranked: by figure, then by its place in the listing. */
export interface Ranked<Item> {
  readonly item: Item;
  readonly value: number;
}

export type ListingOrder<Item> = (a: Item, b: Item) => number;

/**
 * The first few of many items by value, exact under change. It holds more than are asked for, so that items can leave
 * or fall without looking at all others again; only when too few are left does it have to be refilled.
 *
 * What it knows: every item that it does not hold ranks after `#bound`.
 */
export class Ranking<Item> {
  readonly #order: ListingOrder<Item>;
  readonly #capacity: number;
  #held: Ranked<Item>[] = [];
  /** Undefined while every item with a value above 0 is held. */
  #bound: Ranked<Item> | undefined;

  /**
   * @param order which of two items of the same value comes first
   * @param capacity how many it holds at most
   */
  constructor(order: ListingOrder<Item>, capacity: number) {
    this.#order = order;
    this.#capacity = capacity;
  }

  /** Adds an item. One of value 0 is no contribution and is never held. */
  add(item: Item, value: number): void {
    // Nearly all items of a long history end here, so nothing is made for them.
    if (!(value > 0) || (this.#bound !== undefined && value < this.#bound.value)) return;
    const ranked = { item, value };
    if (this.#bound !== undefined && this.#compare(ranked, this.#bound) > 0) return;
    let place = this.#held.length;
    while (place > 0 && this.#compare(ranked, this.#held[place - 1]!) < 0) place--;
    this.#held.splice(place, 0, ranked);
    if (this.#held.length > this.#capacity) {
      this.#held.pop();
      this.#bound = this.#held.at(-1);
    }
  }

  /** Removes an item; does nothing if it is not held. */
  remove(item: Item): void {
    const place = this.#held.findIndex((ranked) => ranked.item === item);
    if (place >= 0) this.#held.splice(place, 1);
  }

  /** The first `count`, or undefined if too many have left to know: then `refill` first. */
  first(count: number): Ranked<Item>[] | undefined {
    if (this.#bound !== undefined && this.#held.length < count) return undefined;
    return this.#held.slice(0, count);
  }

  /** Starts again from all items there are. */
  refill(items: Iterable<Item>, figureOf: (item: Item) => number): void {
    this.#held = [];
    this.#bound = undefined;
    for (const item of items) this.add(item, figureOf(item));
  }

  #compare(a: Ranked<Item>, b: Ranked<Item>): number {
    return b.value - a.value || this.#order(a.item, b.item);
  }
}
