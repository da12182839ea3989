import { type ByteClasses, byteClasses } from './byteClasses.ts';

/**
 * Aho and Corasick's automaton over the literals spelled backwards. Run from the end of a text to its start, it is in
 * a state with literals exactly where they begin: all that begin at one place are found together, and in the order in
 * which a regular expression would come to them, which is what leftmost and non-overlapping counting needs.
 */
export interface LiteralAutomaton {
  readonly classes: ByteClasses;
  /** `next[state][class]`; state 0 is the start, and states met often have low numbers. */
  readonly next: readonly (readonly number[])[];
  /** For each state the literals (by index) that begin where it is reached, ascending. */
  readonly found: readonly (readonly number[])[];
  /** Bytes of the longest literal. */
  readonly longest: number;
}

/** @param literals lower-case spellings, all different */
export function buildLiteralAutomaton(literals: readonly Uint8Array[]): LiteralAutomaton {
  const classes = byteClasses(literals);
  const next: number[][] = [[]];
  const found: number[][] = [[]];
  for (const [index, literal] of literals.entries()) {
    let state = 0;
    for (const byte of literal.toReversed()) {
      const column = classes.of[byte]!;
      if (next[state]![column] === undefined) {
        next[state]![column] = next.push([]) - 1;
        found.push([]);
      }
      state = next[state]![column]!;
    }
    found[state]!.push(index);
  }
  const order = completeBreadthFirst(next, found, classes.count);
  return {
    classes,
    ...renumber(next, found, order),
    longest: Math.max(...literals.map(({ length }) => length)),
  };
}

/** Fills in where each state goes when its own branch of the trie ends. @returns the states by depth */
function completeBreadthFirst(next: number[][], found: number[][], columns: number): number[] {
  const order = [0];
  const fallback: number[] = [0];
  for (const state of order) {
    const elsewhere = next[fallback[state]!]!;
    if (state !== 0) found[state] = [...found[state]!, ...found[fallback[state]!]!].sort((a, b) => a - b);
    for (let column = 0; column < columns; column++) {
      const child = next[state]![column];
      const instead = state === 0 ? 0 : elsewhere[column]!;
      if (child === undefined) {
        next[state]![column] = instead;
      } else {
        fallback[child] = instead;
        order.push(child);
      }
    }
  }
  return order;
}

/** Numbers the states by depth, so that the rows used most lie together. */
function renumber(next: number[][], found: number[][], order: readonly number[]) {
  const number: number[] = [];
  for (const [index, state] of order.entries()) number[state] = index;
  return {
    next: order.map((state) => next[state]!.map((target) => number[target]!)),
    found: order.map((state) => found[state]!),
  };
}
