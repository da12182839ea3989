import { type ByteClasses, byteClasses } from './byteClasses.ts';

/** Columns of a row of the table; byte classes beyond those in use stay empty. */
export const COLUMNS = 64;

const NONE = -1;

/**
 * Aho and Corasick's automaton over the literals spelled backwards. Run from the end of a text to its start, it is in
 * a state with literals exactly where they begin: all that begin at one place are found together, and in the order in
 * which a regular expression would come to them, which is what leftmost and non-overlapping counting needs.
 */
export interface LiteralAutomaton {
  readonly classes: ByteClasses;
  /** Rows of `COLUMNS` states: where a state goes with each class of byte. State 0 is the start. */
  readonly next: Int32Array;
  /** For each state the literals (by index) that begin where it is reached. */
  readonly found: readonly (readonly number[])[];
  /** Bytes of the longest literal. */
  readonly longest: number;
}

/**
 * @param literals lower-case spellings, all different
 * @throws Error if they hold more different characters than a row has columns
 */
export function buildLiteralAutomaton(literals: readonly Uint8Array[]): LiteralAutomaton {
  const classes = byteClasses(literals);
  if (classes.count > COLUMNS) throw new Error(`The literals need ${classes.count} columns`);
  const states = 1 + literals.reduce((sum, { length }) => sum + length, 0);
  const next = new Int32Array(states * COLUMNS).fill(NONE);
  const found: number[][] = [[]];
  for (const [index, literal] of literals.entries()) {
    let state = 0;
    for (let at = literal.length - 1; at >= 0; at--) {
      const entry = state * COLUMNS + classes.of[literal[at]!]!;
      if (next[entry] === NONE) next[entry] = found.push([]) - 1;
      state = next[entry]!;
    }
    found[state]!.push(index);
  }
  completeBreadthFirst(next, found);
  const longest = Math.max(...literals.map(({ length }) => length));
  return { classes, next: next.subarray(0, found.length * COLUMNS), found, longest };
}

/** Fills in where each state goes when its own branch of the trie ends: where its longest proper ending goes. */
function completeBreadthFirst(next: Int32Array, found: number[][]): void {
  const ending = new Int32Array(found.length);
  const queue = [0];
  for (const state of queue) {
    const endingState = ending[state]!;
    if (state !== 0) found[state]!.push(...found[endingState]!);
    for (let column = 0; column < COLUMNS; column++) {
      const entry = state * COLUMNS + column;
      const instead = state === 0 ? 0 : next[endingState * COLUMNS + column]!;
      const child = next[entry]!;
      if (child === NONE) {
        next[entry] = instead;
      } else {
        ending[child] = instead;
        queue.push(child);
      }
    }
  }
}
