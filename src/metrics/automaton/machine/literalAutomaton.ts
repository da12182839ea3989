import { type ByteClasses, byteClasses } from './byteClasses.ts';

/** Columns of a row of the table; byte classes beyond those in use stay empty. */
const COLUMNS = 64;
const ENTRY_BYTES = 4;
const ROW_BYTES = COLUMNS * ENTRY_BYTES;

/** Bits of an entry of the table, beside the place of a row, which is a multiple of `ROW_BYTES`. */
export const ENTRY = {
  /** Literals begin in the state. */
  found: 1,
  /** One of them is to be noticed at once. */
  marked: 2,
  /** None of them counts where an ASCII word character stands before it. */
  bounded: 4,
} as const;

/** What is to be known of the literals that begin in a state. */
export interface Traits {
  readonly marked: boolean;
  readonly bounded: boolean;
}

/**
 * Aho and Corasick's automaton over the literals spelled backwards. Run from the end of a text to its start, it is in
 * a state with literals exactly where they begin: all that begin at one place are found together, and in the order in
 * which a regular expression would come to them, which is what leftmost and non-overlapping counting needs.
 */
export interface LiteralAutomaton {
  readonly classes: ByteClasses;
  /**
   * Rows of `COLUMNS` entries, one row for each state: where it goes with each class of byte. An entry is the place of
   * the next state's row in bytes, and bits of `ENTRY`. State 0 is the start.
   */
  readonly table: Int32Array;
  /** For each state the literals (by index) that begin where it is reached. */
  readonly found: readonly (readonly number[])[];
  /** Bytes of the longest literal. */
  readonly longest: number;
}

/** The number of the state that an entry leads to. */
export function stateOf(entry: number): number {
  return (entry / ROW_BYTES) | 0;
}

interface Child {
  readonly column: number;
  readonly state: number;
}

/**
 * @param literals lower-case spellings, all different
 * @param traitsOf what is to be known of literals, by their indexes
 * @throws Error if they hold more different characters than a row has columns
 */
export function buildLiteralAutomaton(
  literals: readonly Uint8Array[],
  traitsOf: (literals: readonly number[]) => Traits,
): LiteralAutomaton {
  const classes = byteClasses(literals);
  if (classes.count > COLUMNS) throw new Error(`The literals need ${classes.count} columns`);
  const found: number[][] = [[]];
  const children: Child[][] = [[]];
  for (const [index, literal] of literals.entries()) {
    let state = 0;
    for (let at = literal.length - 1; at >= 0; at--) {
      const column = classes.of[literal[at]!]!;
      let child = children[state]!.find((one) => one.column === column);
      if (child === undefined) {
        child = { column, state: found.push([]) - 1 };
        children.push([]);
        children[state]!.push(child);
      }
      state = child.state;
    }
    found[state]!.push(index);
  }
  const longest = Math.max(...literals.map(({ length }) => length));
  return { classes, table: tableOf(children, found, traitsOf), found, longest };
}

/**
 * Level by level, for a state goes with most bytes where its ending does: the state of its longest proper ending that
 * begins a literal too, of an earlier level. What is found there is added to `found`.
 */
function tableOf(
  children: readonly (readonly Child[])[],
  found: readonly number[][],
  traitsOf: (literals: readonly number[]) => Traits,
): Int32Array {
  const table = new Int32Array(children.length * COLUMNS);
  const endings = new Int32Array(children.length);
  const queue = [0];
  for (const state of queue) {
    const row = state * COLUMNS;
    const endingRow = endings[state]! * COLUMNS;
    table.copyWithin(row, endingRow, endingRow + COLUMNS);
    for (const { column, state: child } of children[state]!) {
      const ending = stateOf(table[row + column]!);
      endings[child] = ending;
      found[child]!.push(...found[ending]!);
      table[row + column] = (child * ROW_BYTES) | bitsOf(found[child]!, traitsOf);
      queue.push(child);
    }
  }
  return table;
}

function bitsOf(literals: readonly number[], traitsOf: (literals: readonly number[]) => Traits): number {
  if (literals.length === 0) return 0;
  const { marked, bounded } = traitsOf(literals);
  return ENTRY.found | (marked ? ENTRY.marked : 0) | (bounded ? ENTRY.bounded : 0);
}
