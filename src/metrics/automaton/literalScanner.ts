import { COLUMNS, type LiteralAutomaton } from './literalAutomaton.ts';
import { scanProgram } from './scanProgram.ts';

/** Bytes of a text that are scanned at once: bounds the memory for what is found. A multiple of `CURSORS`. */
export const BLOCK_BYTES = 32_768;
/** One waits for memory while the others move on; a single one would run at half the speed. */
const CURSORS = 4;
const ROW_BYTES = COLUMNS * 4;
const TABLE_AT = 1_024;
/** Set in a table entry whose state has literals. */
const FOUND = 0x4000_0000;

/** Where literals begin in a block of text. Valid until the next scan. */
export interface Finds {
  /** Pairs of a place, relative to the block, and a state of the automaton, in four runs each ascending. */
  readonly pairs: Int32Array;
  /** For each run the indexes in `pairs` where it begins and ends. */
  readonly runs: Int32Array;
}

/**
 * Runs a literal automaton over blocks of text in WebAssembly, which needs no bounds checks and so is half as fast
 * again as JavaScript. Four cursors walk a quarter of the block each, backwards, beginning so far behind their quarter
 * that every literal which begins in it is seen whole.
 */
export class LiteralScanner {
  readonly #overlap: number;
  readonly #textAt: number;
  readonly #bytes: Uint8Array;
  readonly #run: (quarter: number) => void;
  readonly #finds: Finds;

  constructor(automaton: LiteralAutomaton) {
    if (automaton.classes.count > ROW_BYTES / 4)
      throw new Error('Too many byte classes for a row of the table');
    this.#overlap = automaton.longest - 1;
    const findsAt = TABLE_AT + automaton.next.length * 4;
    // A run holds a pair of four-byte numbers for every byte of its quarter, at worst.
    const runBytes = (BLOCK_BYTES / CURSORS) * 8;
    this.#textAt = findsAt + CURSORS * runBytes;
    const size = this.#textAt + BLOCK_BYTES + this.#overlap + CURSORS;
    const program = scanProgram({
      cursors: CURSORS,
      startState: TABLE_AT,
      found: FOUND,
      overlap: this.#overlap,
      runsAt: ROW_BYTES,
      findsAt,
      runBytes,
      textAt: this.#textAt,
      memoryBytes: size,
    });
    const { run, memory } = new WebAssembly.Instance(new WebAssembly.Module(program)).exports;
    const { buffer } = memory as WebAssembly.Memory;
    this.#run = run as (quarter: number) => void;
    this.#bytes = new Uint8Array(buffer);
    fillTable(automaton, this.#bytes, new Int32Array(buffer));
    this.#finds = { pairs: new Int32Array(buffer), runs: new Int32Array(buffer, ROW_BYTES, CURSORS * 2) };
  }

  /** Finds what begins in `text[from, to)`, at most `BLOCK_BYTES`, literals that reach beyond `to` included. */
  scan(text: Uint8Array, from: number, to: number): Finds {
    const quarter = Math.ceil((to - from) / CURSORS);
    const end = Math.min(text.length, to + this.#overlap);
    const whole = from === 0 && end === text.length;
    const bytes = this.#bytes;
    bytes.set(whole ? text : text.subarray(from, end), this.#textAt);
    const padded = this.#textAt + quarter * CURSORS + this.#overlap;
    for (let at = this.#textAt + end - from; at < padded; at++) bytes[at] = 0;
    this.#run(quarter);
    return this.#finds;
  }

  /** The automaton's own number of a state in `Finds`. */
  static stateOf(found: number): number {
    return ((found - TABLE_AT) / ROW_BYTES) | 0;
  }
}

/** Entries are addresses of rows, classes are offsets into a row: a step is one addition and one load. */
function fillTable({ classes, next, found }: LiteralAutomaton, bytes: Uint8Array, entries: Int32Array): void {
  for (let byte = 0; byte < 256; byte++) bytes[byte] = classes.of[byte]! * 4;
  for (const [index, target] of next.entries()) {
    const flag = found[target]!.length > 0 ? FOUND : 0;
    entries[TABLE_AT / 4 + index] = (TABLE_AT + target * ROW_BYTES) | flag;
  }
}
